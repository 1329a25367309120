import argparse
from contextlib import nullcontext

import torch
from omegaconf import OmegaConf
from pytorch_lightning import seed_everything
from torch import autocast

from ldm.models.diffusion.ddim import DDIMSampler
from ldm.util import instantiate_from_config


def load(config, path):
    state = torch.load(path, map_location="cpu")["state_dict"]
    model = instantiate_from_config(config.model)
    model.load_state_dict(state, strict=False)
    model.cuda()
    return model.eval()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--precision", choices=["full", "autocast"], default="autocast")
    opt = parser.parse_args()
    seed_everything(42)
    model = load(OmegaConf.load("config.yaml"), "model.ckpt")
    device = torch.device("cuda") if torch.cuda.is_available() else torch.device("cpu")
    sampler = DDIMSampler(model.to(device))
    scope = autocast if opt.precision == "autocast" else nullcontext
    with torch.no_grad():
        with scope("cuda"):
            sampler.sample(50, conditioning=model.get_learned_conditioning(["a lighthouse"]))
