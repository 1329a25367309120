import argparse

from llava.model.builder import load_pretrained_model

parser = argparse.ArgumentParser()
parser.add_argument("--model-path", type=str, default="liuhaotian/llava-v1.5-7b")
parser.add_argument("--device", type=str, default="cuda")
args = parser.parse_args()
load_pretrained_model(args.model_path, device=args.device)
