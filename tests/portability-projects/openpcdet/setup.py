import os

from setuptools import find_packages, setup
from torch.utils.cpp_extension import BuildExtension, CUDAExtension


def make_cuda_ext(name, module, sources):
    return CUDAExtension(name='%s.%s' % (module, name), sources=[os.path.join(*module.split('.'), source) for source in sources])


if __name__ == '__main__':
    setup(
        name='pcdet',
        version='0.6.0',
        install_requires=[
            'numpy',
            'llvmlite',
            'numba',
            'tensorboardX',
            'easydict',
            'pyyaml',
            'scikit-image',
            'tqdm',
            'SharedArray',
            # 'spconv',  # its name depends on the version of CUDA
        ],
        packages=find_packages(exclude=['tools', 'data', 'output']),
        cmdclass={'build_ext': BuildExtension},
        ext_modules=[make_cuda_ext(name='iou3d_nms_cuda', module='pcdet.ops.iou3d_nms', sources=['src/iou3d_nms.cpp', 'src/iou3d_nms_kernel.cu'])],
    )
