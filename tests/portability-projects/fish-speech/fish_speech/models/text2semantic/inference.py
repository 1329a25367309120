import click
import torch


@click.command()
@click.option("--device", type=str, default="cuda")
@click.option("--compile/--no-compile", default=False)
def main(device: str, compile: bool):
    print("Loading model ...", device)
    if torch.cuda.is_available():
        torch.cuda.synchronize()
        print(f"GPU Memory used: {torch.cuda.max_memory_reserved() / 1e9:.02f} GB")
