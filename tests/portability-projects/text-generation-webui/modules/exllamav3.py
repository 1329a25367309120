import traceback

import torch

try:
    from exllamav3 import Cache, Config, Generator, Model
except Exception:
    traceback.print_exc()


class Exllamav3Model:
    @classmethod
    def from_pretrained(cls, path):
        model = Model.from_config(Config.from_directory(path))
        if torch.cuda.is_available():
            torch.cuda.synchronize()
        return Generator(model=model, cache=Cache(model, max_num_tokens=8192))
