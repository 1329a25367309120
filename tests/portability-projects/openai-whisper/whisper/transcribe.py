import argparse
import warnings

import torch

from . import load_model


def transcribe(model, audio, fp16=True):
    dtype = torch.float16 if fp16 else torch.float32
    if model.device == torch.device("cpu"):
        if torch.cuda.is_available():
            warnings.warn("Performing inference on CPU when CUDA is available")
        if dtype == torch.float16:
            warnings.warn("FP16 is not supported on CPU; using FP32 instead")
            dtype = torch.float32
    return model(audio.to(model.device).to(dtype))


def cli():
    parser = argparse.ArgumentParser()
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu", help="device to use for PyTorch inference")
    args = parser.parse_args()
    transcribe(load_model("turbo", device=args.device), torch.zeros(1, 80))
