import torch

IS_HIGH_VERSION = [int(part) for part in torch.__version__.split('.')[:2]] >= [1, 12]


def gpu_is_available():
    if IS_HIGH_VERSION:
        if torch.backends.mps.is_available():
            return True
    return True if torch.cuda.is_available() and torch.backends.cudnn.is_available() else False


def get_device(gpu_id=None):
    gpu_str = '' if gpu_id is None else f':{gpu_id}'
    if IS_HIGH_VERSION:
        if torch.backends.mps.is_available():
            return torch.device('mps' + gpu_str)
    return torch.device('cuda' + gpu_str if torch.cuda.is_available() and torch.backends.cudnn.is_available() else 'cpu')
