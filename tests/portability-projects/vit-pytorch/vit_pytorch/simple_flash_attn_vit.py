from collections import namedtuple

import torch
import torch.nn.functional as F
from packaging import version
from torch import nn

Config = namedtuple('FlashAttentionConfig', ['enable_flash', 'enable_math', 'enable_mem_efficient'])


class Attend(nn.Module):
    def __init__(self, use_flash = False):
        super().__init__()
        self.use_flash = use_flash
        assert not (use_flash and version.parse(torch.__version__) < version.parse('2.0.0')), 'flash attention needs PyTorch 2.0 or above'

        # what is quickest on cuda and cpu

        self.cpu_config = Config(True, True, True)
        self.cuda_config = None

        if not torch.cuda.is_available() or not use_flash:
            return

        properties = torch.cuda.get_device_properties(torch.device('cuda'))

        if properties.major == 8 and properties.minor == 0:
            self.cuda_config = Config(True, False, False)
        else:
            self.cuda_config = Config(False, True, True)

    def forward(self, q, k, v):
        config = self.cuda_config if q.is_cuda else self.cpu_config
        return F.scaled_dot_product_attention(q, k, v) if config is not None else q
