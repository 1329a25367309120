import os

from setuptools import find_packages, setup
import torch
from torch.utils.cpp_extension import BuildExtension, CUDAExtension, CUDA_HOME

SKIP_CUDA_BUILD = os.getenv("MAMBA_KEEP_CUDA_BUILD", "FALSE") != "TRUE"
ext_modules = []
if not SKIP_CUDA_BUILD:
    print("building for", torch.__version__, CUDA_HOME)
    ext_modules.append(
        CUDAExtension(
            name="selective_scan_cuda",
            sources=["csrc/selective_scan/selective_scan.cpp", "csrc/selective_scan/selective_scan_fwd_fp32.cu"],
            extra_compile_args={"cxx": ["-O3"], "nvcc": ["-O3", "--use_fast_math"]},
        )
    )

setup(name="mamba_ssm", packages=find_packages(), ext_modules=ext_modules, cmdclass={"bdist_wheel": object, "build_ext": BuildExtension})
