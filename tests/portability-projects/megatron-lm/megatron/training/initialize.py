import os

import torch


def initialize_megatron(args, allow_no_cuda=False):
    if not allow_no_cuda:
        assert torch.cuda.is_available(), 'there is no CUDA device'
    torch.cuda.set_device(int(os.environ["LOCAL_RANK"]))
    torch.distributed.init_process_group(backend="nccl", world_size=args.world_size, rank=args.rank)
