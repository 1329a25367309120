import torch


def get_device():
    if torch.cuda.is_available():
        return "cuda"
    elif hasattr(torch, "xpu") and torch.xpu.is_available():
        return "xpu"
    elif torch.backends.mps.is_available():
        return "mps"
    else:
        return "cpu"


def empty_device_cache(device_type=None):
    if device_type is None:
        device_type = get_device()
    if device_type in ["cpu"]:
        return
    module = getattr(torch, device_type, torch.cuda)
    module.empty_cache()
