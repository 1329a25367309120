from argparse import ArgumentParser


def parse_args():
    parser = ArgumentParser()
    parser.add_argument("--device", type=str, default="cuda")
    parser.add_argument("--half", action="store_true")
    return parser.parse_args()
