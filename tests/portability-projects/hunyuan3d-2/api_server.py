import argparse

from hy3dgen.shapegen.pipelines import Hunyuan3DDiTPipeline

parser = argparse.ArgumentParser()
parser.add_argument("--device", type=str, default="cuda")
parser.add_argument("--enable_tex", action="store_true")
args = parser.parse_args()
pipeline = Hunyuan3DDiTPipeline.from_pretrained("tencent/Hunyuan3D-2mini", device=args.device)
if args.enable_tex:
    from hy3dgen.texgen.custom_rasterizer.custom_rasterizer import render
