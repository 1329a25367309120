import torch


def sampling_function(model, x, timestep, scale):
    cond, uncond = model(torch.cat([x, x]), timestep).chunk(2)
    return uncond + (cond - uncond) * scale
