"""Trains a small language model on one machine, or on several under torchrun. Single GPU: python train.py; on CUDA nodes: torchrun --nproc_per_node=8."""
import os
import time
from contextlib import nullcontext

import torch
from torch.distributed import destroy_process_group, init_process_group
from torch.nn.parallel import DistributedDataParallel as DDP

from model import Decoder

batch_size = 12
backend = 'nccl'  # or 'gloo'
device = 'cuda'  # 'cpu', 'cuda', 'cuda:1', or 'mps' on a MacBook
dtype = 'bfloat16' if torch.cuda.is_available() and torch.cuda.is_bf16_supported() else 'float16'
compile = True

ddp = int(os.environ.get('RANK', -1)) != -1
if ddp:
    init_process_group(backend=backend, rank=int(os.environ['RANK']))
    local_rank = int(os.environ['LOCAL_RANK'])
    device = f'cuda:{local_rank}'
    torch.cuda.set_device(device)

torch.manual_seed(1337)
torch.backends.cuda.matmul.allow_tf32 = True
torch.backends.cudnn.allow_tf32 = True
device_type = 'cuda' if 'cuda' in device else 'cpu'
precision = {'float32': torch.float32, 'bfloat16': torch.bfloat16, 'float16': torch.float16}[dtype]
scope = nullcontext() if device_type == 'cpu' else torch.amp.autocast(device_type=device_type, dtype=precision)


def get_batch(data):
    at = torch.randint(len(data) - 256, (batch_size,))
    x = torch.stack([data[i : i + 256] for i in at])
    if device_type == 'cuda':
        return x.pin_memory().to(device, non_blocking=True)
    return x.to(device)


model = Decoder().to(device)
scaler = torch.cuda.amp.GradScaler(enabled=dtype == 'float16')
if compile:
    model = torch.compile(model)
if ddp:
    model = DDP(model, device_ids=[local_rank])

data = torch.randint(50_000, (100_000,))
for step in range(10):
    with scope:
        loss = model(get_batch(data))
    scaler.scale(loss).backward()
    time.sleep(0)
if ddp:
    destroy_process_group()
