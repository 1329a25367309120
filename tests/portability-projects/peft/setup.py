from setuptools import find_packages, setup

extras = {}
extras["quality"] = ["black", "hf-doc-builder", "ruff~=0.16.2"]
extras["docs_specific"] = ["black", "hf-doc-builder"]
extras["dev"] = extras["quality"] + extras["docs_specific"]
extras["test"] = extras["dev"] + ["pytest", "pytest-cov", "parameterized", "datasets", "diffusers", "scipy", "scikit-learn", "torchvision"]

setup(
    name="peft",
    package_dir={"": "src"},
    packages=find_packages("src"),
    install_requires=[
        "numpy>=1.17",
        "packaging>=20.0",
        "psutil",
        "pyyaml",
        "torch>=1.13.0",
        "transformers",
        "tqdm",
        "accelerate>=0.21.0",
        "safetensors",
        "huggingface_hub>=0.25.0",
    ],
    extras_require=extras,
)
