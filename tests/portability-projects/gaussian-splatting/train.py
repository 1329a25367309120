import torch

from gaussian_renderer import render


def training(gaussians, cameras, iterations):
    background = torch.tensor([0, 0, 0], dtype=torch.float32, device="cuda")
    start = torch.cuda.Event(enable_timing=True)
    end = torch.cuda.Event(enable_timing=True)
    for _ in range(iterations):
        start.record()
        image = render(cameras[0], gaussians, background)["render"]
        (image - cameras[0].original_image.cuda()).abs().mean().backward()
        end.record()
    torch.cuda.empty_cache()
