from collections import namedtuple

import torch
import torch.nn.functional as F
from packaging import version
from torch import nn

Kernels = namedtuple('Kernels', ['flash', 'math', 'efficient'])


class Attend(nn.Module):
    def __init__(self, use_flash = False):
        super().__init__()
        self.use_flash = use_flash
        assert not (use_flash and version.parse(torch.__version__) < version.parse('2.0.0')), 'there is no flash attention before PyTorch 2'

        # what is quickest on cuda and cpu

        self.on_cpu = Kernels(True, True, True)
        self.on_cuda = None

        if not torch.cuda.is_available() or not use_flash:
            return

        properties = torch.cuda.get_device_properties(torch.device('cuda'))

        if properties.major == 8 and properties.minor == 0:
            self.on_cuda = Kernels(True, False, False)
        else:
            self.on_cuda = Kernels(False, True, True)

    def forward(self, q, k, v):
        config = self.on_cuda if q.is_cuda else self.on_cpu
        return F.scaled_dot_product_attention(q, k, v) if config is not None else q
