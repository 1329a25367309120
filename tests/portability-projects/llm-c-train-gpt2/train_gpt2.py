import argparse
import os
import time
from contextlib import nullcontext

import torch
from torch.distributed import destroy_process_group, init_process_group
from torch.nn.parallel import DistributedDataParallel as DDP

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--device", type=str, default="", help="found by itself where this is empty")
    parser.add_argument("--tensorcores", type=int, default=0, help="1: TensorFloat-32")
    args = parser.parse_args()

    ddp = int(os.environ.get('RANK', -1)) != -1
    if ddp:
        assert torch.cuda.is_available(), "DDP needs CUDA for now"
        init_process_group(backend='nccl')
        local_rank = int(os.environ['LOCAL_RANK'])
        device = f'cuda:{local_rank}'
        torch.cuda.set_device(device)
    else:
        if args.device:
            device = args.device
        else:
            device = "cpu"
            if torch.cuda.is_available():
                device = "cuda"
            elif getattr(torch.backends, "mps", None) is not None and torch.backends.mps.is_available():
                device = "mps"
    print("device:", device)
    device_type = 'cuda' if 'cuda' in device else 'cpu'
    ctx = torch.amp.autocast(device_type=device_type, dtype=torch.bfloat16) if device_type == "cuda" else nullcontext()

    torch.manual_seed(42)
    if torch.cuda.is_available():
        torch.cuda.manual_seed(42)
    if args.tensorcores:
        torch.set_float32_matmul_precision('high')

    model = torch.nn.Linear(8, 8).to(device)
    if ddp:
        model = DDP(model, device_ids=[local_rank])
    if device == "cuda":
        torch.cuda.reset_peak_memory_stats()
    for step in range(10):
        t0 = time.time()
        with ctx:
            model(torch.zeros(1, 8, device=device)).sum().backward()
        if device == "mps":
            torch.mps.synchronize()
        elif device == "cuda":
            torch.cuda.synchronize()
        print(step, time.time() - t0)
    print(f"most memory used: {torch.cuda.max_memory_allocated() // 1024 // 1024} MiB")
    if ddp:
        destroy_process_group()
