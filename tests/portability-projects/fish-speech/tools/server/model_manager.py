import torch
from loguru import logger


class ModelManager:
    def __init__(self, mode: str, device: str, half: bool, compile: bool) -> None:
        self.device = device
        self.precision = torch.half if half else torch.bfloat16
        if torch.backends.mps.is_available():
            self.device = "mps"
            logger.info("mps is available, running on mps.")
        elif not torch.cuda.is_available():
            self.device = "cpu"
            logger.info("CUDA is not available, running on CPU.")
        self.compile = compile
