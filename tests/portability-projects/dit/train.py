import torch

torch.backends.cuda.matmul.allow_tf32 = True
import torch.distributed as dist
from torch.nn.parallel import DistributedDataParallel as DDP
from torch.utils.data import DataLoader

from models import DiT_models


def main(args):
    assert torch.cuda.is_available(), "there is no GPU to train on"
    dist.init_process_group("nccl")
    rank = dist.get_rank()
    device = rank % torch.cuda.device_count()
    torch.cuda.set_device(device)
    model = DDP(DiT_models[args.model]().to(device), device_ids=[rank])
    for x, y in DataLoader(args.data, pin_memory=True, num_workers=4):
        model(x.to(device), y.to(device)).mean().backward()
    torch.cuda.synchronize()
