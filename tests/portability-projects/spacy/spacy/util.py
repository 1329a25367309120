import numpy

try:
    import cupy.random
except ImportError:
    cupy = None


def fix_random_seed(seed: int = 0) -> None:
    numpy.random.seed(seed)
    if cupy is not None:
        cupy.random.seed(seed)
