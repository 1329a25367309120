import torch

from peft.import_utils import is_bnb_available, is_te_pytorch_available

if is_te_pytorch_available():
    import transformer_engine as te

if is_bnb_available():
    import bitsandbytes as bnb


def dispatch(target: torch.nn.Module):
    if is_te_pytorch_available() and isinstance(target, te.pytorch.Linear):
        return "te"
    if is_bnb_available() and isinstance(target, bnb.nn.Linear8bitLt):
        return "bnb"
    return None
