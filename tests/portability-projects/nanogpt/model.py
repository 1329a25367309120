import inspect

import torch
import torch.nn as nn
from torch.nn import functional as F


class Decoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(64, 192)
        # On CUDA the flash kernel is taken; older versions have none
        self.is_fused = hasattr(F, 'scaled_dot_product_attention')

    def forward(self, x):
        q, k, v = self.qkv(x.float()).split(64, dim=-1)
        return F.scaled_dot_product_attention(q, k, v, is_causal=True).mean()

    def configure(self, rate, device_type):
        has_fused = 'fused' in inspect.signature(torch.optim.AdamW).parameters
        extra = dict(fused=True) if has_fused and device_type == 'cuda' else dict()
        return torch.optim.AdamW(self.parameters(), lr=rate, **extra)
