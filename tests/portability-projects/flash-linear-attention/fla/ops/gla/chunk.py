import torch
import triton
import triton.language as tl

from fla.utils import autotune_cache_kwargs, check_shared_mem

BK_LIST = [32, 64] if check_shared_mem() else [16, 32]


@triton.heuristics({'IS_VARLEN': lambda args: args['cu_seqlens'] is not None})
@triton.autotune(configs=[triton.Config({'BK': BK}, num_warps=4) for BK in BK_LIST], key=['BT'], **autotune_cache_kwargs)
@triton.jit(do_not_specialize=['T'])
def chunk_gla_fwd_kernel(q, k, A, cu_seqlens, T, BT: tl.constexpr, BK: tl.constexpr, IS_VARLEN: tl.constexpr):
    at = tl.program_id(0) * BK + tl.arange(0, BK)
    tl.store(A + at, tl.load(q + at) * tl.load(k + at))


def chunk_gla(q: torch.Tensor, k: torch.Tensor):
    A = torch.empty_like(q)
    chunk_gla_fwd_kernel[(1,)](q, k, A, None, q.shape[1], BT=64)
    return A
