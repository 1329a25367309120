import warnings

import torch
import torch.nn as nn

try:
    from groundingdino import _C
except:  # noqa: E722
    warnings.warn("The C++ extension was not built; only the slow way remains")


class MultiScaleDeformableAttention(nn.Module):
    def forward(self, value, locations, weights):
        if torch.cuda.is_available() and value.is_cuda:
            return _C.ms_deform_attn_forward(value, locations, weights)
        return torch.nn.functional.grid_sample(value, locations, mode="bilinear", align_corners=False)
