import torch
import triton
import triton.language as tl


@triton.autotune(configs=[triton.Config({}, num_warps=4)], key=["N"])
@triton.jit
def norm_kernel(X, Y, N, BLOCK: tl.constexpr):
    at = tl.arange(0, BLOCK)
    tl.store(Y + at, tl.load(X + at, mask=at < N))


def norm_forward(x):
    y = torch.empty_like(x)
    with torch.cuda.device(x.device.index):
        norm_kernel[(1,)](x, y, x.shape[-1], BLOCK=triton.next_power_of_2(x.shape[-1]))
    return y
