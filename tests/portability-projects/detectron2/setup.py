import os

import torch
from setuptools import find_packages, setup
from torch.utils.cpp_extension import CUDA_HOME, CppExtension, CUDAExtension
from torch.utils.hipify import hipify_python


def get_extensions():
    sources = ["detectron2/layers/csrc/vision.cpp"]
    is_rocm = hipify_python is not None and torch.version.hip is not None
    extension = CppExtension
    define_macros = []
    if not is_rocm and (torch.cuda.is_available() and (CUDA_HOME is not None)) or os.getenv("FORCE_CUDA", "0") == "1":
        extension = CUDAExtension
        sources += ["detectron2/layers/csrc/deformable/deform_conv_cuda_kernel.cu"]
        define_macros += [("WITH_CUDA", None)]
    return [extension("detectron2._C", sources, define_macros=define_macros)]


setup(
    name="detectron2",
    packages=find_packages(exclude=("configs", "tests*")),
    install_requires=["Pillow>=7.1", "matplotlib", "pycocotools>=2.0.2", "termcolor>=1.1", "yacs>=0.1.8", "tabulate", "cloudpickle", "tqdm>4.29.0", "tensorboard", "fvcore<0.1.6,>=0.1.5", "iopath<0.1.10,>=0.1.7", "omegaconf>=2.1,<2.4", "hydra-core>=1.1", "black", "packaging"],
    extras_require={"all": ["fairscale", "timm", "scipy>1.5.1", "shapely"], "dev": ["flake8==3.8.1", "isort==4.3.21"]},
    ext_modules=get_extensions(),
    cmdclass={"build_ext": torch.utils.cpp_extension.BuildExtension},
)
