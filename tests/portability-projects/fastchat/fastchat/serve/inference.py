import torch
from transformers import AutoModelForCausalLM


def load_model(path, device, num_gpus, debug=False):
    if device == "cpu":
        kwargs = {}
    elif device == "cuda":
        kwargs = {"torch_dtype": torch.float16}
        if num_gpus != "1":
            kwargs["device_map"] = "auto"
    elif device == "mps":
        kwargs = {"torch_dtype": torch.float16}
    else:
        raise ValueError(device)
    model = AutoModelForCausalLM.from_pretrained(path, low_cpu_mem_usage=True, **kwargs)
    if (device == "cuda" and num_gpus == "1") or device == "mps":
        model.to(device)
    return model
