import torch
from einops import rearrange, repeat
from einops.layers.torch import Rearrange
from torch import nn


class ViT(nn.Module):
    def __init__(self, *, size, patch, classes, dim, dropout = 0.):
        super().__init__()
        self.to_patch = nn.Sequential(Rearrange('b c (h p1) (w p2) -> b (h w) (p1 p2 c)', p1 = patch, p2 = patch), nn.Linear(3 * patch * patch, dim))
        self.cls = nn.Parameter(torch.randn(1, 1, dim))
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(dim, classes)

    def forward(self, img):
        x = self.to_patch(img)
        x = torch.cat((repeat(self.cls, '1 1 d -> b 1 d', b = x.shape[0]), x), dim = 1)
        return self.head(rearrange(self.dropout(x), 'b n d -> b n d')[:, 0] * 1.)
