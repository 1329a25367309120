import logging
import platform
import sys
from enum import Enum

import psutil
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
except Exception:
    pass

try:
    import xformers
    import xformers.ops

    HAS_XFORMERS = True
except Exception:
    HAS_XFORMERS = False


def is_nvidia():
    return state == Kind.GPU and bool(torch.version.cuda)


def get_torch_device():
    if state == Kind.MPS:
        return torch.device("mps")
    if state == Kind.CPU:
        return torch.device("cpu")
    return torch.device(torch.cuda.current_device())


def get_total_memory(dev=None):
    if dev is None:
        dev = get_torch_device()
    if getattr(dev, "type", "") in ("cpu", "mps"):
        return psutil.virtual_memory().total
    stats = torch.cuda.memory_stats(dev)
    _, total = torch.cuda.mem_get_info(dev)
    return max(total, stats["reserved_bytes.all.current"])


def describe(device):
    if hasattr(device, "type"):
        if device.type == "cuda":
            return f"{device} ({torch.cuda.get_device_name(device)})"
        return str(device.type)
    return f"CUDA {device} ({torch.cuda.get_device_name(device)})"


def soft_empty_cache():
    if state == Kind.MPS:
        torch.mps.empty_cache()
    elif torch.cuda.is_available():
        torch.cuda.empty_cache()
        torch.cuda.ipc_collect()


def supports_fp8_compute(device=None):
    if not is_nvidia():
        return False
    props = torch.cuda.get_device_properties(device)
    return props.major >= 9 and sys.platform != "win32"


if is_nvidia():
    if torch.cuda.get_device_capability()[0] >= 8:
        torch.backends.cuda.matmul.allow_tf32 = True
logging.info("Device: {} {}".format(get_torch_device(), platform.mac_ver()[0]))
