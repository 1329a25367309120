import torch
import torch.distributed as dist
from diffusers import AutoencoderKL, DDIMScheduler

from magicanimate.utils.import_utils import is_xformers_available


class MagicAnimate:
    def __init__(self, config="configs/prompts/animation.yaml"):
        self.vae = AutoencoderKL.from_pretrained("stabilityai/sd-vae-ft-mse")
        self.scheduler = DDIMScheduler()
        self.vae.to(torch.float16).to("cuda")
        if is_xformers_available():
            self.vae.enable_xformers_memory_efficient_attention()
        self.rank = dist.get_rank() if dist.is_initialized() else 0

    def reset(self):
        torch.cuda.empty_cache()
        self.vae.to(torch.float16).cuda()
