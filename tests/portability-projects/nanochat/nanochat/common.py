import os

import torch
import torch.distributed as dist


def autodetect_device_type():
    if torch.cuda.is_available():
        device_type = "cuda"
    elif torch.backends.mps.is_available():
        device_type = "mps"
    else:
        device_type = "cpu"
    return device_type


def compute_init(device_type="cuda"):
    assert device_type in ["cuda", "mps", "cpu"], device_type
    if device_type == "cuda":
        assert torch.cuda.is_available(), "cuda was asked for, and is not there"
    if device_type == "mps":
        assert torch.backends.mps.is_available(), "mps was asked for, and is not there"
    torch.manual_seed(42)
    if device_type == "cuda":
        torch.cuda.manual_seed(42)
        torch.backends.cuda.matmul.fp32_precision = "tf32"
    is_ddp = int(os.environ.get("RANK", -1)) != -1
    if is_ddp and device_type == "cuda":
        device = torch.device("cuda", int(os.environ["LOCAL_RANK"]))
        torch.cuda.set_device(device)
        dist.init_process_group(backend="nccl", device_id=device)
    else:
        device = torch.device(device_type)
    return device
