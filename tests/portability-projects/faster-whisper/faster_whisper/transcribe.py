import ctranslate2
import numpy as np


class WhisperModel:
    def __init__(self, path: str, device: str = "auto", device_index=0, compute_type: str = "default"):
        """Loads the model.

        Args:
          device: Device to use for computation ("cpu", "cuda", "auto").
        """
        self.model = ctranslate2.models.Whisper(path, device=device, device_index=device_index, compute_type=compute_type)

    def encode(self, features: np.ndarray) -> ctranslate2.StorageView:
        # When the model is running on multiple GPUs, the encoder output should be moved to the CPU.
        to_cpu = self.model.device == "cuda" and len(self.model.device_index) > 1
        return self.model.encode(ctranslate2.StorageView.from_array(np.ascontiguousarray(features)), to_cpu=to_cpu)
