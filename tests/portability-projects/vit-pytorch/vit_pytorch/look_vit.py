import torch
from torch import nn


class LookViT(nn.Module):
    def forward(self, img):
        return img.mean()


if __name__ == '__main__':
    v = LookViT(
    ).cuda()

    img = torch.randn(1, 3, 224, 224).cuda()
    v(img)
