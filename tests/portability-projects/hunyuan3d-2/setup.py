from setuptools import find_packages, setup

setup(
    name="hy3dgen",
    version="2.0.2",
    packages=find_packages(),
    install_requires=["gradio", "tqdm>=4.66.3", "numpy", "ninja", "diffusers", "pybind11", "opencv-python", "einops", "transformers>=4.48.0", "trimesh", "pymeshlab", "xatlas", "accelerate", "rembg", "onnxruntime"],
)
