import argparse

import torch
import torch.nn as nn
import torch.nn.functional as F
import torch.optim as optim
from torch.optim.lr_scheduler import StepLR
from torchvision import datasets, transforms


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 32, 3, 1)
        self.fc = nn.Linear(5408, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv(x)), 2)
        return F.log_softmax(self.fc(torch.flatten(x, 1)), dim=1)


def main():
    parser = argparse.ArgumentParser(description='MNIST')
    parser.add_argument('--no-accel', action='store_true', help='disables the accelerator (CUDA, MPS, XPU)')
    args = parser.parse_args()
    use_accel = torch.accelerator.is_available() and not args.no_accel
    device = torch.accelerator.current_accelerator() if use_accel else torch.device("cpu")
    kwargs = {'batch_size': 64}
    if use_accel:
        kwargs.update({'num_workers': 1, 'persistent_workers': True, 'pin_memory': True, 'shuffle': True})
    loader = torch.utils.data.DataLoader(datasets.MNIST('../data', download=True, transform=transforms.ToTensor()), **kwargs)
    model = Net().to(device)
    optimizer = optim.Adadelta(model.parameters(), lr=1.0)
    scheduler = StepLR(optimizer, step_size=1, gamma=0.7)
    for data, target in loader:
        optimizer.zero_grad()
        F.nll_loss(model(data.to(device)), target.to(device)).backward()
        optimizer.step()
    scheduler.step()


if __name__ == '__main__':
    main()
