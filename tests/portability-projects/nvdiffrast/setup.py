import setuptools

try:
    from torch.utils.cpp_extension import BuildExtension, CUDAExtension
except ImportError:
    print("nvdiffrast needs PyTorch to be built; install it and use --no-build-isolation")
    exit(1)

setuptools.setup(
    ext_modules=[
        CUDAExtension(
            "_nvdiffrast_c",
            sources=["csrc/common/antialias.cu", "csrc/common/rasterize.cu", "csrc/torch/torch_bindings.cpp"],
            extra_compile_args={"cxx": ["-DNVDR_TORCH"], "nvcc": ["-DNVDR_TORCH", "-lineinfo"]},
        )
    ],
    cmdclass={"build_ext": BuildExtension},
)
