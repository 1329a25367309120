from enum import Enum

import torch


class Kind(Enum):
    GPU = 0
    CPU = 1
    MPS = 2


state = Kind.GPU
try:
    if torch.backends.mps.is_available():
        state = Kind.MPS
        import torch.mps
except:  # noqa: E722
    pass


def get_torch_device():
    global state
    if state == Kind.MPS:
        return torch.device("mps")
    if state == Kind.CPU:
        return torch.device("cpu")
    else:
        return torch.device(torch.cuda.current_device())


def should_use_fp16(device=None):
    if device is not None and device.type in ("cpu", "mps"):
        return False
    if state == Kind.MPS:
        return False
    return torch.cuda.is_bf16_supported()
