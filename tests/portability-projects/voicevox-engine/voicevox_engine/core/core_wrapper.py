"""コアのライブラリを読み込む。CUDA版・DirectML版・CPU版がある。"""

import platform
from ctypes import CDLL, c_bool, c_int


def get_core_name(arch_type: str, platform_name: str, model_type: str, gpu: str) -> str | None:
    if platform_name == "Darwin":
        # Mac向けのコアはCPU版だけ
        return f"libcore_cpu_{'universal2' if arch_type == 'universal' else arch_type}.dylib"
    if gpu == "cuda":
        return f"libcore_cuda_{arch_type}.so"
    return f"libcore_{model_type}.so"


def load(path: str, use_gpu: bool) -> CDLL:
    core = CDLL(path)
    core.initialize.argtypes = (c_bool, c_int, c_bool)
    core.initialize(use_gpu and platform.system() != "Darwin", 0, True)
    return core


class DeviceSupport:
    cpu = True
    cuda = False
    dml = False
