import importlib
from functools import lru_cache


@lru_cache
def is_bnb_available() -> bool:
    return importlib.util.find_spec("bitsandbytes") is not None


@lru_cache
def is_te_pytorch_available() -> bool:
    if importlib.util.find_spec("transformer_engine") is None:
        return False

    import transformer_engine

    return hasattr(transformer_engine, "pytorch")
