import torch

from comfy import model_management

try:
    from sageattention import sageattn
except ImportError:
    sageattn = None

if model_management.HAS_XFORMERS:
    import xformers
    import xformers.ops


def attention_xformers(q, k, v):
    return xformers.ops.memory_efficient_attention(q, k, v)


def attention_pytorch(q, k, v):
    return torch.nn.functional.scaled_dot_product_attention(q, k, v)


optimized_attention = attention_xformers if model_management.HAS_XFORMERS else attention_pytorch
