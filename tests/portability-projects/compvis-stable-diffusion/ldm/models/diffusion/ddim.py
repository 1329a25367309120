import torch


class DDIMSampler:
    def __init__(self, model):
        self.model = model

    def keep(self, name, value):
        if isinstance(value, torch.Tensor) and value.device != torch.device("cuda"):
            value = value.to(torch.device("cuda"))
        setattr(self, name, value)
