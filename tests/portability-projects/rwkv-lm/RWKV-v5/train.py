import os
from argparse import ArgumentParser

import torch
from pytorch_lightning import Trainer

if __name__ == "__main__":
    parser = Trainer.add_argparse_args(ArgumentParser())
    args = parser.parse_args()
    os.environ["RWKV_STRATEGY"] = args.strategy
    torch.backends.cudnn.benchmark = True
    from src.model import Block

    trainer = Trainer.from_argparse_args(args, accelerator="gpu")
    trainer.fit(Block())
