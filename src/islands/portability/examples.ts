import type { InputFile } from '../../portability/types.ts';
import type { ExampleId } from './example-ids.ts';

const REQUIREMENTS = `--extra-index-url https://download.pytorch.org/whl/cu121
torch==2.4.1+cu121
torchvision==0.19.1+cu121
nvidia-cudnn-cu12==9.1.0.70
flash-attn==2.6.3
xformers==0.0.28
bitsandbytes==0.43.1
triton==3.0.0
transformers>=4.44
accelerate
numpy
`;

const TRAINING = `import os

import torch
import torch.distributed as dist
from torch.cuda.amp import GradScaler, autocast
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader, TensorDataset


def main():
    dist.init_process_group("nccl")
    rank = int(os.environ["LOCAL_RANK"])
    torch.cuda.set_device(rank)
    torch.backends.cudnn.benchmark = True

    data = TensorDataset(torch.randn(4096, 32), torch.randint(0, 2, (4096,)))
    loader = DataLoader(data, batch_size=128, pin_memory=True)

    model = torch.nn.Linear(32, 2).cuda()
    model = DistributedDataParallel(model, device_ids=[rank])
    optimizer = torch.optim.AdamW(model.parameters(), fused=True)
    scaler = GradScaler()

    for inputs, labels in loader:
        inputs, labels = inputs.cuda(non_blocking=True), labels.cuda(non_blocking=True)
        with autocast():
            loss = torch.nn.functional.cross_entropy(model(inputs), labels)
        optimizer.zero_grad()
        scaler.scale(loss).backward()
        scaler.step(optimizer)
        scaler.update()

    torch.cuda.synchronize()
    print(torch.cuda.max_memory_allocated() / 2**30, "GiB")


if __name__ == "__main__":
    main()
`;

const cell = (type: 'code' | 'markdown', source: string): object => ({
  cell_type: type,
  metadata: {},
  source: source.split(/(?<=\n)/),
  ...(type === 'code' && { execution_count: null, outputs: [] }),
});

const NOTEBOOK = `${JSON.stringify(
  {
    cells: [
      cell('markdown', '# Image classification on a GPU'),
      cell('code', '!nvidia-smi\n!pip install torch torchvision timm --index-url https://download.pytorch.org/whl/cu121'),
      cell('code', 'import timm\nimport torch\n\ndevice = "cuda" if torch.cuda.is_available() else "cpu"'),
      cell('code', 'model = timm.create_model("resnet50", pretrained=True).to(device)\nimages = torch.randn(8, 3, 224, 224).to(device)'),
      cell('code', 'with torch.no_grad(), torch.autocast("cuda"):\n    scores = model(images)\ntorch.cuda.empty_cache()'),
      cell('code', 'values, vectors = torch.linalg.eig(scores @ scores.T)'),
    ],
    metadata: { kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' }, language_info: { name: 'python' } },
    nbformat: 4,
    nbformat_minor: 5,
  },
  null,
  1,
)}\n`;

const DOCKERFILE = `FROM nvidia/cuda:12.4.1-cudnn-devel-ubuntu22.04

ENV NVIDIA_VISIBLE_DEVICES=all
RUN apt-get update && apt-get install -y python3-pip git
RUN pip3 install torch==2.5.1 --index-url https://download.pytorch.org/whl/cu124
RUN pip3 install vllm fastapi uvicorn

COPY server.py /app/server.py
CMD ["python3", "/app/server.py"]
`;

const MLX = `from mlx_lm import generate, load

model, tokenizer = load("mlx-community/Qwen3-8B-4bit")
messages = [{"role": "user", "content": "Macで機械学習を始めるには？"}]
prompt = tokenizer.apply_chat_template(messages, add_generation_prompt=True)
print(generate(model, tokenizer, prompt=prompt, max_tokens=256))
`;

const MLX_REQUIREMENTS = `mlx>=0.29
mlx-lm>=0.28
numpy
`;

const SPLATTING = `torch>=2.1
torchvision
gsplat>=1.4
plyfile
opencv-python
tqdm
`;

const SPLATTING_TRAIN = `import torch
from gsplat import rasterization

points = torch.rand(10_000, 3, device="cuda", requires_grad=True)


def render(camera, intrinsics, scales, rotations, opacities, colors):
    image, _, _ = rasterization(points, rotations, scales, opacities, colors, camera, intrinsics, 640, 480)
    return image
`;

const LORA = `from datasets import load_dataset
from peft import LoraConfig
from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig
from trl import SFTConfig, SFTTrainer

NAME = "llm-jp/llm-jp-3-1.8b"

quantization = BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_quant_type="nf4")
model = AutoModelForCausalLM.from_pretrained(
    NAME,
    quantization_config=quantization,
    attn_implementation="flash_attention_2",
    device_map="cuda",
)
tokenizer = AutoTokenizer.from_pretrained(NAME)

trainer = SFTTrainer(
    model=model,
    train_dataset=load_dataset("json", data_files="train.jsonl", split="train"),
    peft_config=LoraConfig(r=16, lora_alpha=32, target_modules="all-linear"),
    args=SFTConfig(output_dir="out", bf16=True, optim="paged_adamw_8bit", per_device_train_batch_size=1),
)
trainer.train()
`;

const LORA_REQUIREMENTS = `torch
transformers
peft
trl
datasets
bitsandbytes
flash-attn
`;

/** Small projects to try, in our own words. Articles link to them by id. */
export const EXAMPLES: Readonly<Record<ExampleId, readonly InputFile[]>> = {
  requirements: [{ path: 'requirements.txt', text: REQUIREMENTS }],
  training: [{ path: 'train.py', text: TRAINING }],
  notebook: [{ path: 'classify.ipynb', text: NOTEBOOK }],
  docker: [{ path: 'Dockerfile', text: DOCKERFILE }],
  mlx: [
    { path: 'requirements.txt', text: MLX_REQUIREMENTS },
    { path: 'chat.py', text: MLX },
  ],
  splatting: [
    { path: 'requirements.txt', text: SPLATTING },
    { path: 'train.py', text: SPLATTING_TRAIN },
  ],
  lora: [
    { path: 'requirements.txt', text: LORA_REQUIREMENTS },
    { path: 'finetune.py', text: LORA },
  ],
};
