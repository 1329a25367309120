import torch

from comfy import model_management


class VAE:
    def __init__(self, model):
        self.device = model_management.get_torch_device()
        self.model = model.to(self.device, torch.float32)
