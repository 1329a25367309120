import os

import torch
from fairscale.nn.model_parallel.initialize import initialize_model_parallel, model_parallel_is_initialized


def build(max_batch: int, model_parallel_size: int = 1):
    if not torch.distributed.is_initialized():
        torch.distributed.init_process_group("nccl")
    if not model_parallel_is_initialized():
        initialize_model_parallel(model_parallel_size)
    torch.cuda.set_device(int(os.environ.get("LOCAL_RANK", 0)))
    torch.manual_seed(1)
    torch.set_default_tensor_type(torch.cuda.HalfTensor)
    return torch.full((max_batch, 512), 0, dtype=torch.long, device="cuda")
