import subprocess
import warnings

import numba
import numpy as np
import torch


@numba.jit(nopython=True)
def dtw_cpu(x: np.ndarray):
    return x.cumsum()


def dtw_cuda(x, block=1024):
    from .triton_ops import dtw_kernel

    dtw_kernel[(1,)](x, block)
    return x.cpu().numpy()


def dtw(x: torch.Tensor) -> np.ndarray:
    if x.is_cuda:
        try:
            return dtw_cuda(x)
        except (RuntimeError, OSError, subprocess.CalledProcessError):
            warnings.warn("Failed to launch Triton kernels, probably for lack of the CUDA toolkit; using a slower way")
    return dtw_cpu(x.detach().double().cpu().numpy())
