import argparse
import time

import mlx.core as mx
import mlx.nn as nn
import mlx.optimizers as optim
import numpy as np


def loss(model, inputs, targets, lengths):
    logits, _ = model(inputs)
    mask = mx.arange(inputs.shape[1])[None, :] < lengths[:, None]
    return (nn.losses.cross_entropy(logits.astype(mx.float32), targets) * mask).sum() / mask.sum()


def train(model, batches, rate):
    optimizer = optim.Adam(learning_rate=rate)
    step = nn.value_and_grad(model, loss)
    for batch in batches:
        value, grad = step(model, *(mx.array(np.asarray(part)) for part in batch))
        optimizer.update(model, grad)
        mx.eval(model.parameters(), optimizer.state, value)
        print(value.item(), mx.get_peak_memory() / 1e9, time.perf_counter())


if __name__ == "__main__":
    argparse.ArgumentParser(description="LoRA or QLoRA finetuning on Apple silicon; no CUDA needed").parse_args()
