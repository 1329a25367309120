import torch
from torch import nn
from torchmetrics import MetricTracker
from cuml.linear_model import LogisticRegression


class LogRegModule(nn.Module):
    def __init__(self, C, max_iter, dtype=torch.float64, device="cuda:0"):
        super().__init__()
        self.estimator = LogisticRegression(penalty="l2", C=C, max_iter=max_iter, output_type="numpy", tol=1e-12)
        self.tracker = MetricTracker
        self.dtype, self.device = dtype, device
