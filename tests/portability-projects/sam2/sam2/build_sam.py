import torch
from hydra.utils import instantiate


def build_sam2(config, checkpoint=None, device="cuda", mode="eval"):
    model = instantiate(config).to(device)
    if checkpoint is not None:
        model.load_state_dict(torch.load(checkpoint, map_location="cpu", weights_only=True)["model"])
    return model.eval() if mode == "eval" else model
