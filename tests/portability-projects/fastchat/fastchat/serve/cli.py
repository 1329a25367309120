import argparse

from fastchat.serve.inference import load_model

parser = argparse.ArgumentParser()
parser.add_argument("--device", type=str, choices=["cpu", "cuda", "mps"], default="cuda")
parser.add_argument("--num-gpus", type=str, default="1")
args = parser.parse_args()
load_model("lmsys/vicuna-7b", args.device, args.num_gpus)
