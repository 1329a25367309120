import argparse

import cv2

from segment_anything import SamAutomaticMaskGenerator, sam_model_registry

parser = argparse.ArgumentParser(description="Makes masks for whole folders of images. Needs a GPU to be quick; most CUDA cards will do.")
parser.add_argument("--input", type=str, required=True)
parser.add_argument("--device", type=str, default="cuda", help="cuda, mps or cpu")


def main(args):
    sam = sam_model_registry["vit_h"](checkpoint="sam_vit_h.pth")
    sam.to(device=args.device)
    print(SamAutomaticMaskGenerator(sam).generate(cv2.imread(args.input)))


main(parser.parse_args())
