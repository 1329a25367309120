import warnings

import torch

try:
    from flash_attn.flash_attn_interface import flash_attn_unpadded_qkvpacked_func
except ImportError:
    from flash_attn.flash_attn_interface import flash_attn_varlen_qkvpacked_func as flash_attn_unpadded_qkvpacked_func


def replace_llama_attn_with_flash_attn(module):
    major, _ = torch.cuda.get_device_capability()
    if major < 8:
        warnings.warn("backward needs an A100 or better")
    module.forward = flash_attn_unpadded_qkvpacked_func
