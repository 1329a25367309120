import torch

from modules import shared

if shared.cmd_opts.xformers or shared.cmd_opts.force_enable_xformers:
    try:
        import xformers.ops

        shared.xformers_available = True
    except Exception:
        print("Cannot import xformers")


def xformers_attention_forward(q, k, v):
    return xformers.ops.memory_efficient_attention(q, k, v, attn_bias=None)


def sdp_attention_forward(q, k, v):
    return torch.nn.functional.scaled_dot_product_attention(q, k, v)
