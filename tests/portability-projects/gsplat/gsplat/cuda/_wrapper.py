from typing import Any, Callable

import torch


def _make_lazy_cuda_func(name: str) -> Callable:
    def call_cuda(*args: Any, **kwargs: Any):
        from ._backend import _C

        return getattr(_C, name)(*args, **kwargs)

    return call_cuda


def rasterize_to_pixels(means2d: torch.Tensor, conics: torch.Tensor):
    return _make_lazy_cuda_func("rasterize_to_pixels_3dgs_fwd")(means2d, conics)
