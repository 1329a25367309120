import contextlib
import json

import mlx.core as mx
import mlx.nn as nn
from mlx.utils import tree_reduce
from transformers import PreTrainedTokenizer

generation_stream = mx.new_stream(mx.default_device())


@contextlib.contextmanager
def wired_limit(model: nn.Module):
    """Holds the weights in memory. Does nothing on the CUDA back end, where there is no such limit."""
    if not mx.metal.is_available():
        yield
        return
    size = tree_reduce(lambda total, x: total + x.nbytes if isinstance(x, mx.array) else total, model, 0)
    old = mx.set_wired_limit(min(size, mx.device_info()["max_recommended_working_set_size"]))
    try:
        yield
    finally:
        mx.synchronize(generation_stream)
        mx.set_wired_limit(old)


def save(config, tokenizer: PreTrainedTokenizer):
    return json.dumps(config) + mx.metal.device_info()["device_name"]
