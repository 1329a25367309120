import re

from setuptools import find_packages, setup

_deps = [
    "Pillow",
    "accelerate>=0.31.0",
    "datasets",
    "filelock",
    "httpx<1.0.0",
    "huggingface-hub>=1.23.0,<2.0",
    "importlib_metadata",
    "numpy",
    "onnx",
    "optimum_quanto>=0.2.6",
    "gguf>=0.10.0",
    "torchao>=0.7.0",
    "bitsandbytes>=0.43.3",
    "nvidia_modelopt[hf]>=0.33.1",
    "regex!=2019.12.17",
    "requests",
    "safetensors>=0.8.0",
    "torch>=2.6",
]
deps = {name: line for line, name in (re.findall(r"^(([^!=<>~ \[\]]+)(?:\[.*\])?(?:[!=<>~ ].*)?$)", one)[0] for one in _deps)}

extras = {
    "torch": [deps["torch"], deps["accelerate"]],
    "bitsandbytes": [deps["bitsandbytes"], deps["accelerate"]],
    "torchao": [deps["torchao"], deps["accelerate"]],
    "nvidia_modelopt": ["nvidia_modelopt[hf]>=0.33.1"],
}
install_requires = [
    deps["importlib_metadata"],
    deps["filelock"],
    deps["httpx"],
    deps["huggingface-hub"],
    deps["numpy"],
    deps["regex"],
    deps["requests"],
    deps["safetensors"],
    deps["Pillow"],
]
setup(name="diffusers", package_dir={"": "src"}, packages=find_packages("src"), install_requires=list(install_requires), extras_require=extras)
