#!/usr/bin/env python3
import platform
import sys
from typing import List

import onnxruntime
import tensorflow


def encode_execution_providers(providers: List[str]) -> List[str]:
    return [provider.replace('ExecutionProvider', '').lower() for provider in providers]


def suggest_execution_providers() -> List[str]:
    return encode_execution_providers(onnxruntime.get_available_providers())


def limit_resources(max_memory: int) -> None:
    # prevent tensorflow memory leak
    for gpu in tensorflow.config.experimental.list_physical_devices('GPU'):
        tensorflow.config.experimental.set_virtual_device_configuration(gpu, [tensorflow.config.experimental.VirtualDeviceConfiguration(memory_limit=1024)])
    memory = max_memory * 1024**3
    if platform.system().lower() == 'darwin':
        memory = max_memory * 1024**6
    if platform.system().lower() == 'windows':
        sys.exit()
    import resource

    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
