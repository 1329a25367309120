import platform

from ultralytics.utils.checks import check_requirements

LINUX, MACOS = platform.system() == "Linux", platform.system() == "Darwin"


class Exporter:
    def export_engine(self, device):
        """Writes an engine for TensorRT."""
        assert device.type != "cpu", "TensorRT builds on a GPU"
        try:
            import tensorrt as trt
        except ImportError:
            if LINUX:
                check_requirements("nvidia-tensorrt", cmds="-U --index-url https://pypi.ngc.nvidia.com")
            import tensorrt as trt
        return trt.Builder(trt.Logger(trt.Logger.INFO))

    def export_coreml(self):
        import coremltools as ct

        return ct.__version__ if MACOS else None
