import logging
import os
import warnings

from torch import nn

logger = logging.getLogger("dinov2")

XFORMERS_ENABLED = os.environ.get("XFORMERS_DISABLED") is None
try:
    if XFORMERS_ENABLED:
        from xformers.ops import memory_efficient_attention, unbind

        XFORMERS_AVAILABLE = True
    else:
        raise ImportError
except ImportError:
    XFORMERS_AVAILABLE = False
    warnings.warn("xFormers is not available (Attention)")


class MemEffAttention(nn.Module):
    def forward(self, x, attn_bias=None):
        if not XFORMERS_AVAILABLE:
            if attn_bias is not None:
                raise AssertionError("xFormers is required for using nested tensors")
            return x
        q, k, v = unbind(x, 2)
        return memory_efficient_attention(q, k, v, attn_bias=attn_bias)
