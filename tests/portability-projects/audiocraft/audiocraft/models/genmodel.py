import torch


def get_pretrained(name, device=None):
    """Loads a model, on the GPU where there is one."""
    if device is None:
        if torch.cuda.device_count():
            device = 'cuda'
        else:
            device = 'cpu'
    return torch.load(name, map_location=device)
