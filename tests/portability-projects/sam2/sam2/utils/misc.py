import warnings

import torch


def get_sdpa_settings():
    if torch.cuda.is_available():
        is_old = torch.cuda.get_device_properties(0).major < 7
        use_flash = torch.cuda.get_device_properties(0).major >= 8
    else:
        is_old, use_flash = True, False
    return is_old, use_flash


def fill_holes(mask, area):
    try:
        from sam2 import _C

        return _C.get_connected_components(mask)
    except Exception as error:
        warnings.warn(f"{error}: post-processing was skipped; the CUDA extension may not have been built")
        return mask
