import torch
from torch import nn

sam_model_registry = {"vit_h": lambda checkpoint: nn.Linear(1, 1)}


class SamAutomaticMaskGenerator:
    def __init__(self, model):
        self.model = model

    def generate(self, image):
        points = torch.as_tensor(image, device=next(self.model.parameters()).device)
        return points.unique()
