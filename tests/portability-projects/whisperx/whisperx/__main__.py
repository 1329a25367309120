import argparse

import torch


def cli():
    parser = argparse.ArgumentParser()
    parser.add_argument("audio", nargs="+", type=str)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu", help="device to use for PyTorch inference (e.g. cpu, cuda)")
    parser.add_argument("--compute_type", default="default", choices=["default", "float16", "float32", "int8"])
    print(parser.parse_args())


if __name__ == "__main__":
    cli()
