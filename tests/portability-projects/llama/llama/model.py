import fairscale.nn.model_parallel.initialize as fs_init
import torch
from torch import nn


class Attention(nn.Module):
    def __init__(self, heads: int, width: int):
        super().__init__()
        self.heads = heads // fs_init.get_model_parallel_world_size()
        self.cache_k = torch.zeros((32, 2048, heads, width)).cuda()
        self.cache_v = torch.zeros((32, 2048, heads, width)).cuda()
