from setuptools import find_packages, setup

setup(
    name="clip",
    py_modules=["clip"],
    version="1.0",
    packages=find_packages(exclude=["tests*"]),
    install_requires=["ftfy", "packaging", "regex", "tqdm", "torch", "torchvision"],
    extras_require={"dev": ["pytest"]},
)
