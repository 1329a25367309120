import torch
from diffusers.models import AutoencoderKL

torch.backends.cudnn.allow_tf32 = True


def main(args):
    torch.manual_seed(args.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    if args.ckpt is None:
        assert args.model == "DiT-XL/2", "give a checkpoint for this model"
    return AutoencoderKL.from_pretrained(f"stabilityai/sd-vae-ft-{args.vae}").to(device)
