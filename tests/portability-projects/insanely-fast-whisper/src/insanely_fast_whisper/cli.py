import argparse

import torch
from transformers import pipeline

parser = argparse.ArgumentParser(description="Speech to text")
parser.add_argument("--file-name", required=True, type=str)
parser.add_argument("--device-id", required=False, default="0", type=str, help='number of the CUDA device, or mps on a Mac')
parser.add_argument("--flash", required=False, default=False, type=bool)


def main():
    args = parser.parse_args()
    pipe = pipeline(
        "automatic-speech-recognition",
        model="openai/whisper-large-v3",
        torch_dtype=torch.float16,
        device="mps" if args.device_id == "mps" else f"cuda:{args.device_id}",
        model_kwargs={"attn_implementation": "flash_attention_2"} if args.flash else {"attn_implementation": "sdpa"},
    )
    if args.device_id == "mps":
        torch.mps.empty_cache()
    print(pipe(args.file_name, chunk_length_s=30, return_timestamps=True))
