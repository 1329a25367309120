import gc

import torch
from accelerate.utils import is_npu_available, is_xpu_available


def get_device():
    if torch.cuda.is_available():
        return 'cuda'
    elif torch.backends.mps.is_available():
        return 'mps'
    elif is_xpu_available():
        return 'xpu:0'
    elif is_npu_available():
        return 'npu:0'
    return None


def clear_torch_cache():
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    elif torch.backends.mps.is_available():
        torch.mps.empty_cache()
