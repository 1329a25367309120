import typing as tp

import torch
import torch.nn as nn
from xformers import ops

_efficient_attention_backend = 'torch'


class StreamingMultiheadAttention(nn.Module):
    def forward(self, q, k, v, mask: tp.Optional[torch.Tensor] = None):
        if _efficient_attention_backend == 'torch':
            return torch.nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return ops.memory_efficient_attention(q, k, v, mask)
