import torch.nn as nn

DiT_models = {"DiT-XL/2": lambda: nn.Linear(1, 1)}
