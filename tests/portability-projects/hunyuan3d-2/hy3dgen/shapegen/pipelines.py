import torch


class Hunyuan3DDiTPipeline:
    @classmethod
    def from_pretrained(cls, path, device='cuda', dtype=torch.float16):
        return cls().to(device, dtype)

    def to(self, device, dtype):
        self.device, self.dtype = torch.device(device), dtype
        return self
