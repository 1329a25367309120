import os
import subprocess
import sys


def install_torch():
    try:
        import torch  # noqa: F401
    except ImportError:
        subprocess.check_call([sys.executable, "-m", "pip", "install", "--quiet", "torch"])


install_torch()

import torch
from setuptools import find_packages, setup
from torch.utils.cpp_extension import CUDA_HOME, CppExtension, CUDAExtension


def get_extensions():
    sources = ["groundingdino/models/GroundingDINO/csrc/vision.cpp"]
    if CUDA_HOME is not None and (torch.cuda.is_available() or "TORCH_CUDA_ARCH_LIST" in os.environ):
        extension = CUDAExtension
        sources.append("groundingdino/models/GroundingDINO/csrc/MsDeformAttn/ms_deform_attn_cuda.cu")
    else:
        print("CUDA is missing: no extension is built")
        return None
    return [extension("groundingdino._C", sources)]


setup(
    name="groundingdino",
    install_requires=["torch", "torchvision", "transformers", "addict", "yapf", "timm", "numpy", "opencv-python", "supervision>=0.22.0", "pycocotools"],
    packages=find_packages(exclude=("configs", "tests")),
    ext_modules=get_extensions(),
    cmdclass={"build_ext": torch.utils.cpp_extension.BuildExtension},
)
