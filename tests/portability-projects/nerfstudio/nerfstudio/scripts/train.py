import torch


def main(config):
    if config.machine.device_type == "cuda":
        assert torch.cuda.is_available(), "the machine has no CUDA device"
    device = config.machine.device_type if config.machine.device_type != "cuda" else "cuda:0"
    config.pipeline.to(device)
