import ctranslate2
import numpy as np


class WhisperModel:
    def __init__(self, path: str, device: str = "auto", device_index=0, compute_type: str = "default"):
        """Loads the model.

        Args:
          device: "cpu", "cuda", or "auto" to have it chosen.
        """
        self.model = ctranslate2.models.Whisper(path, device=device, device_index=device_index, compute_type=compute_type)

    def encode(self, features: np.ndarray) -> ctranslate2.StorageView:
        # With several CUDA devices the result goes through the CPU.
        to_cpu = len(self.model.device_index) > 1 and self.model.device == "cuda"
        return self.model.encode(ctranslate2.StorageView.from_array(np.ascontiguousarray(features)), to_cpu=to_cpu)
