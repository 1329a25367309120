import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig


def load_pretrained_model(model_path, load_4bit=False, device_map="auto", device="cuda"):
    kwargs = {"device_map": device_map}
    if device != "cuda":
        kwargs["device_map"] = {"": device}
    if load_4bit:
        kwargs["quantization_config"] = BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_compute_dtype=torch.float16)
    model = AutoModelForCausalLM.from_pretrained(model_path, **kwargs)
    return AutoTokenizer.from_pretrained(model_path), model, model.get_vision_tower().image_processor
