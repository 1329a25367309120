import torch
from torch import nn

from nerfstudio.utils.external import TCNN_EXISTS, tcnn


class MLP(nn.Module):
    def __init__(self, width, implementation="torch"):
        super().__init__()
        if implementation == "tcnn" and not TCNN_EXISTS:
            implementation = "torch"
        self.layer = tcnn.Network(width, width, {"otype": "FullyFusedMLP"}) if implementation == "tcnn" else nn.Linear(width, width)

    def forward(self, x: torch.Tensor):
        return self.layer(x)
