import torch

from basicsr.utils.misc import get_device, gpu_is_available


def set_realesrgan():
    use_half = False
    if torch.cuda.is_available():
        no_half = ['1650', '1660']
        if not True in [gpu in torch.cuda.get_device_name(0) for gpu in no_half]:
            use_half = True
    if not gpu_is_available():
        print('Running on CPU now! The unoptimized RealESRGAN is slow on CPU.')
    return use_half


if __name__ == '__main__':
    device = get_device()
    with torch.no_grad():
        print(set_realesrgan(), device)
    torch.cuda.empty_cache()
