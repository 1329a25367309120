import functools

import torch
import triton

autotune_cache_kwargs = {}


@functools.cache
def get_available_device() -> str:
    try:
        return triton.runtime.driver.active.get_current_target().backend
    except BaseException:
        return 'cpu'


def check_shared_mem(arch: str = "none") -> bool:
    return torch.cuda.is_available() and torch.cuda.get_device_properties(0).major >= 8
