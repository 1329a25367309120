import torch
from torch.nn.parallel import DistributedDataParallel


def create_ddp_model(model, *, world_size=1, **kwargs):
    if world_size == 1:
        return model
    return DistributedDataParallel(model, device_ids=[torch.cuda.current_device()], **kwargs)


def default_setup(cfg, args):
    torch.backends.cudnn.benchmark = cfg.CUDNN_BENCHMARK
    return torch.device(cfg.MODEL.DEVICE)
