import torch


def get_detector(net, path, device='cpu', quantize=True):
    state = torch.load(path, map_location=device, weights_only=False)
    net.load_state_dict(state)
    if device == 'cpu':
        if quantize:
            try:
                torch.quantization.quantize_dynamic(net, dtype=torch.qint8, inplace=True)
            except:  # noqa: E722
                pass
    else:
        net = torch.nn.DataParallel(net).to(device)
        torch.backends.cudnn.benchmark = False
    return net.eval()
