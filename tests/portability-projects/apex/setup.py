import os
import sys

import torch
from setuptools import find_packages, setup
from torch.utils.cpp_extension import CUDA_HOME, BuildExtension, CppExtension, CUDAExtension

cmdclass = {}
ext_modules = []

if not torch.cuda.is_available():
    print("Building on a machine without a GPU, for several architectures")
    if os.environ.get("TORCH_CUDA_ARCH_LIST", None) is None and CUDA_HOME is not None:
        os.environ["TORCH_CUDA_ARCH_LIST"] = "7.0;7.5;8.0"

if "--cpp_ext" in sys.argv:
    cmdclass["build_ext"] = BuildExtension
    ext_modules.append(CppExtension("apex_C", ["csrc/flatten_unflatten.cpp"]))

if "--cuda_ext" in sys.argv:
    if CUDA_HOME is None:
        raise RuntimeError("--cuda_ext was asked for, but nvcc was not found")
    cmdclass["build_ext"] = BuildExtension
    ext_modules.append(CUDAExtension(name="amp_C", sources=["csrc/amp_C_frontend.cpp", "csrc/multi_tensor_sgd_kernel.cu"]))

setup(name="apex", version="0.1", packages=find_packages(exclude=("build", "csrc", "tests")), install_requires=["packaging>20.6"], ext_modules=ext_modules, cmdclass=cmdclass)
