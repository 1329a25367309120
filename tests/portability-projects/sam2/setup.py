import os

from setuptools import find_packages, setup

REQUIRED_PACKAGES = [
    "torch>=2.5.1",
    "torchvision>=0.20.1",
    "numpy>=1.24.4",
    "tqdm>=4.66.1",
    "hydra-core>=1.3.2",
    "iopath>=0.1.10",
    "pillow>=9.4.0",
]
EXTRA_PACKAGES = {
    "notebooks": ["matplotlib>=3.9.1", "jupyter>=1.0.0", "opencv-python>=4.7.0", "eva-decord>=0.6.1"],
    "interactive-demo": ["Flask>=3.0.3", "av>=13.0.0", "eva-decord>=0.6.1", "gunicorn>=23.0.0"],
    "dev": ["black==24.2.0", "fvcore>=0.1.5.post20221221", "tensordict>=0.6.0", "submitit>=1.5.1"],
}
BUILD_CUDA = os.getenv("SAM2_BUILD_CUDA", "1") == "1"


def get_extensions():
    if not BUILD_CUDA:
        return []
    try:
        from torch.utils.cpp_extension import CUDAExtension

        return [CUDAExtension("sam2._C", ["sam2/csrc/connected_components.cu"], extra_compile_args={"nvcc": ["-DCUDA_HAS_FP16=1"]})]
    except Exception as error:
        print(f"The CUDA extension was left out: {error}")
        return []


setup(
    name="SAM-2",
    packages=find_packages(exclude="notebooks"),
    install_requires=REQUIRED_PACKAGES,
    extras_require=EXTRA_PACKAGES,
    ext_modules=get_extensions(),
)
