import torch


class OpenVoiceBaseClass(object):
    def __init__(self, config_path, device='cuda:0'):
        if 'cuda' in device:
            assert torch.cuda.is_available(), device
        self.model = torch.nn.Linear(1, 1).to(device)
        self.device = device
        self.path = config_path
