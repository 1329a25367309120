from typing import Union

import torch


def load(name: str, device: Union[str, torch.device] = "cuda" if torch.cuda.is_available() else "cpu", jit: bool = False):
    model = torch.nn.Linear(1, 1).to(device)
    if str(device) == "cpu":
        model.float()
    return model
