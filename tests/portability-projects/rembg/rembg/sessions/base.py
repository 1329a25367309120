import onnxruntime as ort


class BaseSession:
    def __init__(self, path: str, options: ort.SessionOptions, *args, **kwargs):
        device_type = ort.get_device()
        available = ort.get_available_providers()
        if device_type == "GPU" and "CUDAExecutionProvider" in available:
            providers = ["CUDAExecutionProvider", "CPUExecutionProvider"]
        elif device_type[0:3] == "GPU" and "ROCMExecutionProvider" in available:
            providers = ["ROCMExecutionProvider", "CPUExecutionProvider"]
        else:
            providers = ["CPUExecutionProvider"]
        self.inner = ort.InferenceSession(path, sess_options=options, providers=providers)
