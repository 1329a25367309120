import sys

import fire
import torch
from peft import PeftModel
from transformers import LlamaForCausalLM, LlamaTokenizer

if torch.cuda.is_available():
    device = "cuda"
else:
    device = "cpu"

try:
    if torch.backends.mps.is_available():
        device = "mps"
except:  # noqa: E722
    pass


def main(load_8bit: bool = False, base_model: str = "", lora: str = "tloen/alpaca-lora-7b"):
    tokenizer = LlamaTokenizer.from_pretrained(base_model)
    if device == "cuda":
        model = LlamaForCausalLM.from_pretrained(base_model, load_in_8bit=load_8bit, torch_dtype=torch.float16, device_map="auto")
        model = PeftModel.from_pretrained(model, lora, torch_dtype=torch.float16)
    elif device == "mps":
        model = LlamaForCausalLM.from_pretrained(base_model, device_map={"": device}, torch_dtype=torch.float16)
        model = PeftModel.from_pretrained(model, lora, device_map={"": device}, torch_dtype=torch.float16)
    else:
        model = LlamaForCausalLM.from_pretrained(base_model, device_map={"": device}, low_cpu_mem_usage=True)
    if torch.__version__ >= "2" and sys.platform != "win32":
        model = torch.compile(model)
    print(tokenizer.decode(model.generate(**tokenizer("Alpacas are", return_tensors="pt").to(device))[0]))


if __name__ == "__main__":
    fire.Fire(main)
