import logging
import os
import warnings

from torch import nn

logger = logging.getLogger(__name__)

XFORMERS_ENABLED = os.environ.get("XFORMERS_DISABLED") is None
try:
    if XFORMERS_ENABLED:
        from xformers.ops import memory_efficient_attention, unbind

        XFORMERS_AVAILABLE = True
    else:
        raise ImportError
except ImportError:
    XFORMERS_AVAILABLE = False
    warnings.warn("attention without xFormers")


class MemEffAttention(nn.Module):
    def forward(self, x, attn_bias=None):
        if not XFORMERS_AVAILABLE:
            if attn_bias is not None:
                raise AssertionError("a bias needs xFormers")
            return x
        q, k, v = unbind(x, 2)
        return memory_efficient_attention(q, k, v, attn_bias=attn_bias)
