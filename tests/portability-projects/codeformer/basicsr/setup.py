import os
import sys

from setuptools import find_packages, setup
from torch.utils.cpp_extension import BuildExtension, CppExtension, CUDAExtension


def make_cuda_ext(name, module, sources, sources_cuda=None):
    define_macros = [('WITH_CUDA', None)]
    return CUDAExtension(
        name=f'{module}.{name}',
        sources=[os.path.join(*module.split('.'), path) for path in sources + (sources_cuda or [])],
        define_macros=define_macros,
        extra_compile_args={'cxx': [], 'nvcc': ['-D__CUDA_NO_HALF_OPERATORS__']},
    )


if __name__ == '__main__':
    if '--cuda_ext' in sys.argv:
        ext_modules = [make_cuda_ext(name='fused_act_ext', module='ops.fused_act', sources=['src/fused_bias_act.cpp'], sources_cuda=['src/fused_bias_act_kernel.cu'])]
        sys.argv.remove('--cuda_ext')
    else:
        ext_modules = []
    setup(name='basicsr', packages=find_packages(exclude=('options', 'datasets')), ext_modules=ext_modules, cmdclass={'build_ext': BuildExtension})
