import torch
from apex.multi_tensor_apply import multi_tensor_applier


class FusedAdam(torch.optim.Optimizer):
    """Adam in one kernel. For CUDA only; needs Apex installed with --cuda_ext."""

    def __init__(self, params, lr=1e-3, capturable=False):
        super().__init__(params, dict(lr=lr))
        if not multi_tensor_applier.available:
            raise RuntimeError("FusedAdam was not built: install with --cuda_ext")
        import amp_C

        self.overflow = torch.zeros(1, dtype=torch.int, device="cuda")
        self.kernel = amp_C.multi_tensor_adam
