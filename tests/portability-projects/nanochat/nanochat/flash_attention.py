import torch
import torch.nn.functional as F


def _find_kernel():
    if not torch.cuda.is_available():
        return None
    try:
        major, _ = torch.cuda.get_device_capability()
        if major != 9:
            return None
        from kernels import get_kernel

        return get_kernel('varunneal/flash-attention-3').flash_attn_interface
    except Exception:
        return None


_kernel = _find_kernel()
HAS_KERNEL = _kernel is not None


def flash_attn_func(q, k, v, causal=False):
    if HAS_KERNEL:
        return _kernel.flash_attn_func(q, k, v, causal=causal)
    return F.scaled_dot_product_attention(q, k, v, is_causal=causal)
