import os
import platform
import sys

from setuptools import find_packages, setup

import torch
from torch.utils.cpp_extension import CUDA_HOME, BuildExtension, CUDAExtension

FORCE_BUILD = os.getenv("FLASH_ATTENTION_FORCE_BUILD", "FALSE") == "TRUE"
SKIP_CUDA_BUILD = os.getenv("FLASH_ATTENTION_SKIP_CUDA_BUILD", "FALSE") == "TRUE"


def get_platform():
    if sys.platform.startswith("linux"):
        return f"linux_{platform.machine()}"
    if sys.platform == "darwin":
        return "macosx_x86_64"
    raise ValueError(f"Unsupported platform: {sys.platform}")


ext_modules = []
if not SKIP_CUDA_BUILD:
    if CUDA_HOME is None:
        print("nvcc was not found")
    ext_modules.append(
        CUDAExtension(
            name="flash_attn_2_cuda",
            sources=["csrc/flash_attn/flash_api.cpp", "csrc/flash_attn/src/flash_fwd_hdim128_fp16_sm80.cu"],
            extra_compile_args={"cxx": ["-O3", "-std=c++17"], "nvcc": ["-O3", "--expt-relaxed-constexpr"]},
        )
    )

setup(
    name="flash_attn",
    packages=find_packages(),
    ext_modules=ext_modules,
    cmdclass={"build_ext": BuildExtension} if ext_modules else {},
    install_requires=["torch", "einops"],
    setup_requires=["packaging", "psutil", "ninja"],
)
