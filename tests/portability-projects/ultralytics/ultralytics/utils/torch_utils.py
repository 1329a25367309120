import os

import torch


def select_device(device="", batch=0, verbose=True):
    wanted = str(device).lower().replace("cuda:", "").strip("()[] ")
    cpu = wanted == "cpu"
    mps = wanted in {"mps", "mps:0"}
    if cpu or mps:
        os.environ["CUDA_VISIBLE_DEVICES"] = "-1"
    elif wanted:
        if not (torch.cuda.is_available() and torch.cuda.device_count() >= len(wanted.split(","))):
            raise ValueError(f"there is no CUDA device {wanted}; try device=cpu")
    if not cpu and not mps and torch.cuda.is_available():
        for index in range(len(wanted.split(","))):
            found = torch.cuda.get_device_properties(index)
            print(found.name, found.total_memory // 2**20 if verbose else batch)
        return torch.device("cuda:0")
    if mps and torch.backends.mps.is_available():
        return torch.device("mps")
    return torch.device("cpu")


def time_sync():
    if torch.cuda.is_available():
        torch.cuda.synchronize()
