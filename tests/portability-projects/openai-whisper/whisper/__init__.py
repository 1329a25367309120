import torch

from .model import Whisper


def load_model(name, device=None):
    """Loads a model onto a device, by default onto a CUDA device where there is one."""
    if device is None:
        device = "cuda" if torch.cuda.is_available() else "cpu"
    return Whisper(name).to(device)
