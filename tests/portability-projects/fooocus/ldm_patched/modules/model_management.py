from enum import Enum

import torch


class CPUState(Enum):
    GPU = 0
    CPU = 1
    MPS = 2


cpu_state = CPUState.GPU
try:
    if torch.backends.mps.is_available():
        cpu_state = CPUState.MPS
        import torch.mps
except:  # noqa: E722
    pass


def get_torch_device():
    global cpu_state
    if cpu_state == CPUState.MPS:
        return torch.device("mps")
    if cpu_state == CPUState.CPU:
        return torch.device("cpu")
    else:
        return torch.device(torch.cuda.current_device())


def should_use_fp16(device=None):
    if device is not None and device.type in ("cpu", "mps"):
        return False
    if cpu_state == CPUState.MPS:
        return False
    return torch.cuda.is_bf16_supported()
