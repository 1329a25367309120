import os

import torch


def get_backend():
    return os.environ.get("FACESWAP_BACKEND", "apple_silicon" if torch.backends.mps.is_available() else "cpu")


def get_device():
    if torch.cuda.is_available():
        return "cuda"
    if torch.backends.mps.is_available():
        return "mps"
    return "cpu"
