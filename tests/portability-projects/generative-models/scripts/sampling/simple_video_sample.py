import torch
from fire import Fire


def sample(input_path: str = "image.png", device: str = "cuda", decoding_t: int = 14):
    torch.manual_seed(23)
    with torch.no_grad():
        with torch.autocast(device):
            print(input_path, decoding_t)


def unload(model):
    model.cpu()
    torch.cuda.empty_cache()
    model.cuda()


if __name__ == "__main__":
    Fire(sample)
