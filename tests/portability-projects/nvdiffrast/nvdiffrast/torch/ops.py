import numpy as np
import torch

import _nvdiffrast_c


class RasterizeCudaContext:
    def __init__(self, device=None):
        if device is None:
            index = torch.cuda.current_device()
        else:
            with torch.cuda.device(device):
                index = torch.cuda.current_device()
        self.wrapper = _nvdiffrast_c.RasterizeCRStateWrapper(index)
        self.zero = np.zeros(1, dtype=np.float32)
