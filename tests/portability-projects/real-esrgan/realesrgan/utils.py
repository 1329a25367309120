import cv2
import torch
from basicsr.utils.download_util import load_file_from_url


class RealESRGANer:
    def __init__(self, scale, model_path, model=None, half=False, device=None, gpu_id=None):
        if gpu_id:
            self.device = torch.device(f'cuda:{gpu_id}' if torch.cuda.is_available() else 'cpu') if device is None else device
        else:
            self.device = torch.device('cuda' if torch.cuda.is_available() else 'cpu') if device is None else device
        path = load_file_from_url(url=model_path)
        model.load_state_dict(torch.load(path, map_location=torch.device('cpu'))['params_ema'])
        self.model = model.to(self.device)
        self.scale = scale
        self.border = cv2.BORDER_REFLECT
