import torch
from loguru import logger


class ModelManager:
    def __init__(self, mode: str, device: str, half: bool, compile: bool) -> None:
        self.device = device
        self.precision = torch.half if half else torch.bfloat16
        if torch.backends.mps.is_available():
            self.device = "mps"
            logger.info("on the GPU of this Mac")
        elif not torch.cuda.is_available():
            self.device = "cpu"
            logger.info("no GPU was found")
        self.compile = compile
