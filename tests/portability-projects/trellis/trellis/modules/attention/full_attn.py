import torch

from . import BACKEND

if BACKEND == 'xformers':
    import xformers.ops as xops
elif BACKEND == 'flash_attn':
    import flash_attn
elif BACKEND == 'sdpa':
    from torch.nn.functional import scaled_dot_product_attention as sdpa


def attention(qkv):
    if BACKEND == 'xformers':
        return xops.memory_efficient_attention(*qkv.unbind(2))
    elif BACKEND == 'flash_attn':
        return flash_attn.flash_attn_qkvpacked_func(qkv)
    return sdpa(*qkv.unbind(2))
