import importlib.util


def is_xformers_available():
    return importlib.util.find_spec("xformers") is not None
