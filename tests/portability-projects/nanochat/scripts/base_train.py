import argparse
import time

import torch

from nanochat.common import autodetect_device_type, compute_init

parser = argparse.ArgumentParser(description="Trains from scratch")
parser.add_argument("--device-type", type=str, default="", help="cuda, cpu, mps, or nothing to have it found")
args = parser.parse_args()
device_type = args.device_type or autodetect_device_type()
device = compute_init(device_type)
synchronize = torch.cuda.synchronize if device_type == "cuda" else lambda: None
get_max_memory = torch.cuda.max_memory_allocated if device_type == "cuda" else lambda: 0
if device_type == "cuda":
    print(torch.cuda.get_device_name(0))
synchronize()
print(time.time(), get_max_memory())
