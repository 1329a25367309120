import torch
from torch.cuda.amp import custom_bwd, custom_fwd

from mamba_ssm.ops.triton.layer_norm import norm_forward

try:
    from causal_conv1d import causal_conv1d_fn
except ImportError:
    causal_conv1d_fn = None

import selective_scan_cuda


class SelectiveScanFn(torch.autograd.Function):
    @staticmethod
    @custom_fwd
    def forward(ctx, u, delta, A, B, C):
        out, x = selective_scan_cuda.fwd(u, delta, A, B, C)
        ctx.save_for_backward(u, delta, x)
        return norm_forward(out)

    @staticmethod
    @custom_bwd
    def backward(ctx, dout):
        return selective_scan_cuda.bwd(dout, *ctx.saved_tensors)
