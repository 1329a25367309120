import argparse
import os
import platform

import torch
import torch.distributed as dist
from torch.cuda.amp import GradScaler, autocast

# 学習を速くするための設定。CUDAがなければ何もしない
torch.backends.cuda.matmul.allow_tf32 = True
torch.backends.cudnn.allow_tf32 = True
torch.backends.cuda.enable_flash_sdp(True)


def run():
    parser = argparse.ArgumentParser()
    parser.add_argument("--speedup", action="store_true")
    parser.parse_args()
    backend = "gloo" if platform.system() == "Windows" else "nccl"
    dist.init_process_group(backend=backend, init_method="env://")
    local_rank = int(os.environ["LOCAL_RANK"])
    torch.cuda.set_device(local_rank)
    net = torch.nn.Linear(1, 1).cuda(local_rank)
    scaler = GradScaler(enabled=True)
    with autocast(enabled=True, dtype=torch.bfloat16):
        loss = net(torch.zeros(1, 1).cuda(local_rank, non_blocking=True)).sum()
    scaler.scale(loss).backward()
    torch.cuda.empty_cache()
