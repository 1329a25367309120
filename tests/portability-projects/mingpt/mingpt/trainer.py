import torch
from torch.utils.data.dataloader import DataLoader


class Trainer:
    def __init__(self, config, model, data):
        self.model = model
        self.data = data
        if config.device == 'auto':
            self.device = 'cuda' if torch.cuda.is_available() else 'cpu'
        else:
            self.device = config.device
        self.model = self.model.to(self.device)

    def run(self, config):
        loader = DataLoader(self.data, batch_size=config.batch_size, pin_memory=True, num_workers=config.num_workers)
        for batch in loader:
            x, y = (part.to(self.device) for part in batch)
            self.model(x, y)[1].backward()
