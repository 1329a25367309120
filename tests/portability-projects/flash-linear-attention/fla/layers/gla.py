import torch.nn as nn

from fla.ops.gla.chunk import chunk_gla


class GatedLinearAttention(nn.Module):
    def forward(self, q, k):
        return chunk_gla(q, k)
