import contextlib
import sys

import torch

from modules import errors, shared

if sys.platform == "darwin":
    from modules import mac_specific


def has_mps() -> bool:
    if sys.platform != "darwin":
        return False
    else:
        return mac_specific.has_mps


def get_cuda_device_id():
    wanted = shared.cmd_opts.device_id
    return int(wanted) if wanted else torch.cuda.current_device()


def get_cuda_device_string():
    wanted = shared.cmd_opts.device_id
    return "cuda" if wanted is None else f"cuda:{wanted}"


def get_optimal_device_name():
    if torch.cuda.is_available():
        return get_cuda_device_string()
    if has_mps():
        return "mps"
    return "cpu"


def torch_gc():
    if torch.cuda.is_available():
        with torch.cuda.device(get_cuda_device_string()):
            torch.cuda.empty_cache()
            torch.cuda.ipc_collect()
    if has_mps():
        mac_specific.torch_mps_gc()


def enable_tf32():
    if torch.cuda.is_available():
        if torch.cuda.device_count() > 0 and torch.cuda.get_device_capability(0) == (7, 5):
            torch.backends.cudnn.benchmark = True
        torch.backends.cuda.matmul.allow_tf32 = True


errors.run(enable_tf32, "Enabling TF32")


def autocast(disable=False):
    if disable or has_mps():
        return contextlib.nullcontext()
    return torch.autocast("cuda")
