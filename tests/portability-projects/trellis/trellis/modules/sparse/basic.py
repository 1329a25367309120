import torch
import torch.nn as nn

from . import BACKEND

if BACKEND == 'torchsparse':
    import torchsparse
    SparseTensorData = torchsparse.SparseTensor
elif BACKEND == 'spconv':
    import spconv.pytorch as spconv
    SparseTensorData = spconv.SparseConvTensor


class SparseTensor(nn.Module):
    def __init__(self, feats, coords, shape):
        super().__init__()
        self.data = SparseTensorData(feats.reshape(feats.shape[0], -1), coords, shape, torch.Size([1]))
