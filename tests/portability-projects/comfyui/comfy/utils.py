import torch


def load_torch_file(path, device=None):
    if device is None:
        device = torch.device("cpu")
    return torch.load(path, map_location=device, weights_only=True)
