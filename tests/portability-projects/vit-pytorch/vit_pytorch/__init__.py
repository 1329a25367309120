from vit_pytorch.look_vit import LookViT
from vit_pytorch.simple_flash_attn_vit import Attend
from vit_pytorch.vit import ViT
