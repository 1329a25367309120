import nvdiffrast.torch as dr
import torch


class MeshRenderer:
    def __init__(self, device='cuda'):
        self.glctx = dr.RasterizeCudaContext(device=device)

    def render(self, vertices, faces):
        rast, _ = dr.rasterize(self.glctx, vertices, faces.int(), (512, 512))
        return dr.antialias(torch.clamp(rast[..., -1:], 0, 1), rast, vertices, faces.int())
