import torch
import torch.nn.functional as F

from ..utils import is_xformers_available

if is_xformers_available():
    import xformers
    import xformers.ops
else:
    xformers = None


class XFormersAttnProcessor:
    """Attention through xFormers, for CUDA devices."""

    def __call__(self, query, key, value):
        return xformers.ops.memory_efficient_attention(query, key, value)


class AttnProcessor2_0:
    def __call__(self, query, key, value):
        return F.scaled_dot_product_attention(query, key, value)


def set_use_memory_efficient_attention_xformers(use):
    if use:
        if not is_xformers_available():
            raise ModuleNotFoundError("install xformers", name="xformers")
        elif not torch.cuda.is_available():
            raise ValueError("xFormers works on CUDA devices only")
    return XFormersAttnProcessor() if use else AttnProcessor2_0()
