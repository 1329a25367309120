import torch


def get_cuda_rng_tracker_states(device="cuda"):
    if isinstance(device, str):
        device = torch.device(device)
    return torch.cuda.default_generators[device.index or torch.cuda.current_device()].get_state()


def model_parallel_cuda_manual_seed(seed: int):
    torch.cuda.manual_seed(seed)
