import torch
from torch.nn import Parameter

try:
    from gsplat.rendering import rasterization
except ImportError:
    print("Splatfacto needs gsplat 1.0.0 or later")


class SplatfactoModel(torch.nn.Module):
    """Gaussian splatting: needs the CUDA kernels of gsplat."""

    def populate_modules(self, points):
        self.means = Parameter(points)

    def get_outputs(self, camera):
        render, alpha, _ = rasterization(means=self.means, viewmats=camera.view, Ks=camera.intrinsics)
        return {"rgb": render, "accumulation": alpha}
