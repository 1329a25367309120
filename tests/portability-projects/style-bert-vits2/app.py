import argparse

import gradio as gr
import torch

parser = argparse.ArgumentParser()
parser.add_argument("--device", default="cuda", help="計算に使うデバイス")
args = parser.parse_args()
device = args.device
if device == "cuda" and not torch.cuda.is_available():
    device = "cpu"
with gr.Blocks() as app:
    gr.Markdown(f"Style-Bert-VITS2 ({device})")
app.launch()
