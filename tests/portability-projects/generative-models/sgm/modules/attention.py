import logging

import torch
from torch.backends.cuda import SDPBackend, sdp_kernel

log = logging.getLogger(__name__)

try:
    import xformers
    import xformers.ops

    HAS_XFORMERS = True
except:  # noqa: E722
    HAS_XFORMERS = False
    log.warning("xformers is missing")


def attention(q, k, v, backend=None):
    if HAS_XFORMERS:
        return xformers.ops.memory_efficient_attention(q, k, v)
    with sdp_kernel(enable_math=backend is None or backend == SDPBackend.MATH):
        return torch.nn.functional.scaled_dot_product_attention(q, k, v)
