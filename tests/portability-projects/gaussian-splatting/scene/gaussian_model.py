import torch
from simple_knn._C import distCUDA2


class GaussianModel:
    def create(self, points):
        cloud = torch.tensor(points).float().cuda()
        self.xyz = cloud
        self.scale = torch.clamp_min(distCUDA2(cloud), 0.0000001)
