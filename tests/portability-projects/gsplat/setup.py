import os
import platform

from setuptools import find_packages, setup

BUILD_NO_CUDA = os.getenv("BUILD_NO_CUDA", "0") == "1"
LINE_INFO = os.getenv("LINE_INFO", "0") == "1"


def get_ext():
    from torch.utils.cpp_extension import BuildExtension

    return BuildExtension.with_options(no_python_abi_suffix=True, use_ninja=False)


def get_extensions():
    from torch.utils.cpp_extension import CUDAExtension

    nvcc_flags = ["-O3", "--use_fast_math"] + (["-lineinfo"] if LINE_INFO else [])
    if platform.system() == "Darwin":
        print("no OpenMP flags on macOS")
    return [CUDAExtension("gsplat.csrc", ["gsplat/cuda/csrc/RasterizeToPixels3DGSFwd.cu", "gsplat/cuda/ext.cpp"], extra_compile_args={"nvcc": nvcc_flags})]


setup(
    name="gsplat",
    install_requires=["jaxtyping", "ninja", "numpy", "rich>=12", "torch", "typing_extensions; python_version<'3.8'"],
    ext_modules=get_extensions() if not BUILD_NO_CUDA else [],
    cmdclass={"build_ext": get_ext()} if not BUILD_NO_CUDA else {},
    packages=find_packages(),
)
