import torch

import triton
import triton.language as tl


@triton.jit
def rotary_kernel(OUT, X, BLOCK: tl.constexpr):
    at = tl.arange(0, BLOCK)
    tl.store(OUT + at, tl.load(X + at))


def apply_rotary(x):
    out = torch.empty_like(x)
    with torch.cuda.device(x.device.index):
        rotary_kernel[(1,)](out, x, BLOCK=128)
    return out
