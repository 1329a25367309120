import glob
import os

from torch.utils.cpp_extension import _find_cuda_home, load

try:
    from gsplat import csrc as _C
except ImportError:
    if _find_cuda_home() is None:
        print("nvcc was not found; nothing is built")
        _C = None
    else:
        here = os.path.dirname(os.path.abspath(__file__))
        _C = load(name="gsplat_cuda", sources=list(glob.glob(os.path.join(here, "csrc/*.cu"))), extra_cuda_cflags=["-O3"])
