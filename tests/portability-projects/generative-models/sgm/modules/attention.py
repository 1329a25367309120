import logging

import torch
from torch.backends.cuda import SDPBackend, sdp_kernel

logpy = logging.getLogger(__name__)

try:
    import xformers
    import xformers.ops

    XFORMERS_IS_AVAILABLE = True
except:  # noqa: E722
    XFORMERS_IS_AVAILABLE = False
    logpy.warning("no module 'xformers'. Processing without...")


def attention(q, k, v, backend=None):
    if XFORMERS_IS_AVAILABLE:
        return xformers.ops.memory_efficient_attention(q, k, v)
    with sdp_kernel(enable_math=backend is None or backend == SDPBackend.MATH):
        return torch.nn.functional.scaled_dot_product_attention(q, k, v)
