import os
import platform
import sys

os.environ["PYTORCH_ENABLE_MPS_FALLBACK"] = "1"
os.environ["PYTORCH_MPS_HIGH_WATERMARK_RATIO"] = "0.0"


def prepare_environment():
    torch_index_url = os.environ.get('TORCH_INDEX_URL', "https://download.pytorch.org/whl/cu121")
    command = f"pip install torch==2.1.0 torchvision==0.16.0 --extra-index-url {torch_index_url}"
    print(f"Python {sys.version} on {platform.system()}")
    return command
