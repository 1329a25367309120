import argparse
import time

import py3nvml.py3nvml as nvml

parser = argparse.ArgumentParser(description="How much memory is used")
parser.add_argument("--gpu_memory", action="store_true")
if parser.parse_args().gpu_memory:
    nvml.nvmlInit()
    time.sleep(1)
