import torch

from basicsr.utils.misc import get_device, gpu_is_available


def set_realesrgan():
    use_half = False
    if torch.cuda.is_available():
        use_half = not any(number in torch.cuda.get_device_name(0) for number in ('1650', '1660'))
    if not gpu_is_available():
        print('No GPU: the background is upscaled slowly.')
    return use_half


if __name__ == '__main__':
    device = get_device()
    with torch.no_grad():
        print(set_realesrgan(), device)
    torch.cuda.empty_cache()
