import logging

import torch
from packaging import version

log = logging.getLogger(__name__)


def check_for_mps() -> bool:
    if version.parse(torch.__version__) <= version.parse("2.0.1"):
        return getattr(torch, 'has_mps', False)
    return torch.backends.mps.is_available() and torch.backends.mps.is_built()


has_mps = check_for_mps()


def torch_mps_gc() -> None:
    try:
        from torch.mps import empty_cache

        empty_cache()
    except Exception:
        log.warning("the cache of MPS was not emptied", exc_info=True)
