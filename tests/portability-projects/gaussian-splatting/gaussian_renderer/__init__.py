import math

import torch
from diff_gaussian_rasterization import GaussianRasterizationSettings, GaussianRasterizer


def render(camera, points, background):
    space = torch.zeros_like(points.xyz, requires_grad=True, device="cuda") + 0
    settings = GaussianRasterizationSettings(image_height=512, image_width=512, tanfovx=math.tan(0.5), bg=background)
    image, radii = GaussianRasterizer(raster_settings=settings)(means3D=points.xyz, means2D=space)
    return {"render": image, "radii": radii}
