from typing import Optional

import torch

CPU_DEVICE = torch.device("cpu")
CUDA_DEVICE = torch.device("cuda")
MPS_DEVICE = torch.device("mps")


def choose_torch_device(config) -> torch.device:
    """Chooses a device for the session: the one that was set, or the best there is."""
    if config.device != "auto":
        return torch.device(config.device)
    if torch.cuda.is_available():
        device = CUDA_DEVICE
    elif torch.backends.mps.is_available():
        device = MPS_DEVICE
    else:
        device = CPU_DEVICE
    return device


def device_name(device: Optional[torch.device]) -> str:
    return torch.cuda.get_device_name(device) if device is not None and device.type == "cuda" else str(device).upper()


def empty_cache() -> None:
    if torch.backends.mps.is_available():
        torch.mps.empty_cache()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
