import torch


def main(model, optimizer, loader):
    model.cuda()
    for batch in loader:
        loss = model({key: torch.from_numpy(value).float().cuda() for key, value in batch.items()})
        loss.backward()
        optimizer.step()
