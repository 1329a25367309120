import lightning as L
import torch
from lightning.fabric.plugins import BitsandbytesPrecision
from lightning.fabric.strategies import FSDPStrategy
from lightning.fabric.utilities import ThroughputMonitor


def setup(precision=None, quantize=None, devices=1, num_nodes=1):
    plugins = None
    if quantize is not None and quantize.startswith("bnb."):
        plugins = BitsandbytesPrecision(quantize[4:], {"16-true": torch.float16, "bf16-true": torch.bfloat16}[precision])
        precision = None
    if devices * num_nodes > 1:
        strategy = FSDPStrategy(state_dict_type="full", limit_all_gathers=True, cpu_offload=False)
    else:
        strategy = "auto"
    fabric = L.Fabric(devices=devices, num_nodes=num_nodes, strategy=strategy, precision=precision, plugins=plugins)
    fabric.launch(main)


def main(fabric):
    monitor = ThroughputMonitor(fabric, window_size=5)
    fabric.seed_everything(1337)
    if fabric.device.type == "cuda":
        fabric.print("GB at most:", torch.cuda.max_memory_allocated() / 1e9)
    return monitor
