import torch
from torch import nn


class LookViT(nn.Module):
    def forward(self, img):
        return img.mean()


if __name__ == '__main__':
    v = LookViT(
    ).cuda()

    img = torch.randn(2, 3, 256, 256).cuda()
    v(img)
