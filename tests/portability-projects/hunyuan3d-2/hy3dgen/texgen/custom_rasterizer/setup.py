from setuptools import find_packages, setup
from torch.utils.cpp_extension import BuildExtension, CUDAExtension

kernel = CUDAExtension('custom_rasterizer_kernel', ['lib/custom_rasterizer_kernel/rasterizer.cpp', 'lib/custom_rasterizer_kernel/rasterizer_gpu.cu'])
setup(packages=find_packages(), version='0.1', name='custom_rasterizer', ext_modules=[kernel], cmdclass={'build_ext': BuildExtension})
