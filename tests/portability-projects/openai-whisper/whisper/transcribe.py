import argparse
import warnings

import torch

from . import load_model


def transcribe(model, audio, fp16=True):
    dtype = torch.float16 if fp16 else torch.float32
    if model.device.type == "cpu":
        if torch.cuda.is_available():
            warnings.warn("There is a CUDA device, and the model is not on it")
        if dtype == torch.float16:
            warnings.warn("Half precision is for GPUs; using single precision")
            dtype = torch.float32
    return model(audio.to(model.device).to(dtype))


def cli():
    parser = argparse.ArgumentParser()
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu", help="where the model runs: cuda, cpu")
    args = parser.parse_args()
    transcribe(load_model("turbo", device=args.device), torch.zeros(1, 80))
