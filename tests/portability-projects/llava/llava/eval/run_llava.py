import argparse

import torch

from llava.model.builder import load_pretrained_model


def eval_model(args):
    tokenizer, model, processor = load_pretrained_model(args.model_path)
    images = processor(args.image).to(model.device, dtype=torch.float16)
    ids = tokenizer("What is in this picture?", return_tensors="pt").input_ids.cuda()
    with torch.inference_mode():
        print(tokenizer.decode(model.generate(ids, images=images, max_new_tokens=64)[0]))


if __name__ == "__main__":
    eval_model(argparse.ArgumentParser().parse_args())
