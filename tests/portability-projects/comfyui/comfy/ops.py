import torch

import comfy.model_management


class Linear(torch.nn.Linear):
    def forward(self, x):
        device = comfy.model_management.get_torch_device()
        return torch.nn.functional.linear(x, self.weight.to(device), self.bias)
