import type { LineFile } from '../../../src/schemas/code-pattern.ts';

/** A piece of Python, or one line of another kind of file. */
export type Sample = string | { readonly in: LineFile; readonly text: string };

/** What each pattern must find, and near misses it must leave alone. */
export const SAMPLES: readonly { readonly pattern: string; readonly bad: readonly Sample[]; readonly good: readonly Sample[] }[] = [
  {
    pattern: 'cuda-method',
    bad: ['import torch\nx = torch.ones(2).cuda()', 'model.cuda(0)', 'batch = batch.cuda(non_blocking=True)'],
    good: ['# model.cuda()', 'text = "call model.cuda() first"', 'model.cpu()', 'import torch\nif torch.cuda.is_available():\n    model.cuda()'],
  },
  {
    pattern: 'device-literal',
    bad: [
      'device = "cuda"',
      'import torch\nx = torch.zeros(3, device="cuda:0")',
      'x = x.to("cuda")',
      'import torch\ndevice = torch.device(f"cuda:{rank}")',
      'DEVICE: str = "cuda"',
      'parser.add_argument("--device", default="cuda")',
      'import torch\ntorch.set_default_device("cuda")',
      'cfg = {"device": "cuda"}',
      'def run(model, device="cuda:1"):\n    pass',
    ],
    good: [
      'device = "mps"',
      'import torch\ndevice = "cuda" if torch.cuda.is_available() else "mps"',
      'if device == "cuda":\n    pass',
      'x = x.to("cpu")',
      'print("running on cuda")',
      'backend = "cuda_like"',
      'parser.add_argument("--device", default="cpu", help="cuda, mps or cpu")',
    ],
  },
  {
    pattern: 'device-choice',
    bad: [
      'import torch\ndevice = "cuda" if torch.cuda.is_available() else "cpu"',
      'import torch\ndevice = torch.device("cuda:0" if torch.cuda.is_available() else "cpu")',
    ],
    good: [
      'import torch\ndevice = "mps" if torch.backends.mps.is_available() else "cpu"',
      'import torch\nif torch.cuda.is_available():\n    device = "cuda"\nelif torch.backends.mps.is_available():\n    device = "mps"\nelse:\n    device = "cpu"',
    ],
  },
  {
    pattern: 'requires-cuda',
    bad: [
      'import torch\nassert torch.cuda.is_available(), "needs a GPU"',
      'import torch\nif not torch.cuda.is_available():\n    raise RuntimeError("CUDA is required")',
    ],
    good: ['import torch\nassert torch.backends.mps.is_available()', 'import torch\nif not torch.cuda.is_available():\n    print("no CUDA, using MPS")'],
  },
  {
    pattern: 'operator-missing',
    bad: [
      'import torch.nn.functional as F\ny = F.rrelu(x)',
      'import torch\nvalues, vectors = torch.linalg.eig(a)',
      'import torch.nn as nn\nloss = nn.MultiMarginLoss()',
    ],
    good: [
      'import torch.nn.functional as F\ny = F.relu(x)',
      'import torch\nq, r = torch.linalg.qr(a)',
      'import numpy as np\nnp.linalg.eig(a)',
      'import numpy as np\nnp.take(a, [0, 1])',
    ],
  },
  {
    pattern: 'tensor-method-missing',
    bad: ['x.put_(index, values)', 'import torch\ny = x.take(torch.tensor([0, 2]))', 'm = x.mode(dim=1)'],
    good: ['y = x.pow(2)', 'row = frame.take([0, 3])', 'top = series.mode()', 'frame.mode(axis=1)'],
  },
  {
    pattern: 'cuda-set-device',
    bad: ['import torch\ntorch.cuda.set_device(local_rank)', 'import torch\nwith torch.cuda.device(0):\n    pass'],
    good: ['import torch\ntorch.set_default_device("mps")', 'import torch\nd = torch.device("mps")'],
  },
  {
    pattern: 'cuda-device-queries',
    bad: [
      'import torch\nprint(torch.cuda.get_device_name(0))',
      'from torch import cuda\nmajor, minor = cuda.get_device_capability()',
      'import torch\nfree, total = torch.cuda.mem_get_info()',
    ],
    good: ['import torch\nprint(torch.backends.mps.get_name())', 'import torch\nif torch.cuda.is_available():\n    print(torch.cuda.get_device_name(0))'],
  },
  {
    pattern: 'cuda-device-count',
    bad: ['import torch\nworld_size = torch.cuda.device_count()'],
    good: ['import torch\nworld_size = torch.mps.device_count()'],
  },
  {
    pattern: 'cuda-synchronize',
    bad: ['import torch\ntorch.cuda.synchronize()', 'from torch.cuda import synchronize\nsynchronize(0)'],
    good: ['import torch\ntorch.mps.synchronize()', 'import mlx.core as mx\nmx.synchronize()'],
  },
  { pattern: 'cuda-empty-cache', bad: ['import gc, torch\ngc.collect()\ntorch.cuda.empty_cache()'], good: ['import torch\ntorch.mps.empty_cache()'] },
  {
    pattern: 'cuda-memory-figures',
    bad: ['import torch\nused = torch.cuda.memory_allocated()', 'import torch\npeak = torch.cuda.max_memory_allocated() / 2**30'],
    good: ['import torch\nused = torch.mps.current_allocated_memory()'],
  },
  {
    pattern: 'cuda-memory-stats',
    bad: ['import torch\nstats = torch.cuda.memory_stats()'],
    good: ['import torch\nused = torch.mps.driver_allocated_memory()'],
  },
  {
    pattern: 'cuda-reset-peak',
    bad: ['import torch\ntorch.cuda.reset_peak_memory_stats()', 'import torch\nprint(torch.cuda.memory_summary())'],
    good: ['import torch\nif torch.cuda.is_available():\n    torch.cuda.reset_peak_memory_stats()', 'import torch\ntorch.mps.profiler.start()'],
  },
  { pattern: 'cuda-seed', bad: ['import torch\ntorch.cuda.manual_seed_all(42)'], good: ['import torch\ntorch.manual_seed(42)'] },
  {
    pattern: 'cuda-rng-state',
    bad: ['import torch\nstate = torch.cuda.get_rng_state()'],
    good: ['import torch\nstate = torch.mps.get_rng_state()', 'import torch\nstate = torch.get_rng_state()'],
  },
  {
    pattern: 'cuda-event',
    bad: ['import torch\nstart = torch.cuda.Event(enable_timing=True)'],
    good: ['import torch\nstart = torch.mps.Event(enable_timing=True)', 'import threading\ndone = threading.Event()'],
  },
  {
    pattern: 'cuda-stream',
    bad: ['import torch\ns = torch.cuda.Stream()', 'import torch\nwith torch.cuda.stream(s):\n    pass', 'x.record_stream(s)'],
    good: [
      'import io\nstream = io.StringIO()',
      'import torch\ndef f(x, stream: torch.cuda.Stream | None = None):\n    return x',
      'for event in client.stream():\n    pass',
    ],
  },
  {
    pattern: 'cuda-graphs',
    bad: ['import torch\ng = torch.cuda.CUDAGraph()', 'import torch\nwith torch.cuda.graph(g):\n    y = model(x)'],
    good: ['import networkx as nx\ng = nx.Graph()'],
  },
  {
    pattern: 'cuda-amp-autocast',
    bad: [
      'from torch.cuda.amp import autocast\nwith autocast():\n    pass',
      'import torch\nwith torch.autocast("cuda", dtype=torch.bfloat16):\n    pass',
      'import torch\nwith torch.amp.autocast(device_type="cuda"):\n    pass',
      'import torch\nwith torch.cuda.amp.autocast(enabled=use_amp):\n    pass',
    ],
    good: [
      'import torch\nwith torch.autocast("mps"):\n    pass',
      'import torch\nwith torch.autocast(device_type=device.type):\n    pass',
      'import torch\nwith torch.autocast("cuda", enabled=torch.cuda.is_available()):\n    pass',
      'import torch\nwith torch.autocast("cuda", enabled=False):\n    pass',
    ],
  },
  {
    pattern: 'gradscaler-cuda',
    bad: [
      'from torch.cuda.amp import GradScaler\nscaler = GradScaler()',
      'import torch\nscaler = torch.amp.GradScaler("cuda")',
      'import torch\nscaler = torch.cuda.amp.GradScaler(enabled=use_amp)',
      'import torch\nscaler = torch.amp.GradScaler(enabled=use_amp)',
    ],
    good: [
      'import torch\nscaler = torch.amp.GradScaler("mps")',
      'import torch\nscaler = torch.cuda.amp.GradScaler(enabled=torch.cuda.is_available())',
      'import torch\nscaler = torch.amp.GradScaler(device=device.type)',
    ],
  },
  {
    pattern: 'amp-custom-function',
    bad: ['import torch\nclass F(torch.autograd.Function):\n    @staticmethod\n    @torch.cuda.amp.custom_fwd\n    def forward(ctx, x):\n        return x'],
    good: [
      'import torch\nclass F(torch.autograd.Function):\n    @staticmethod\n    @torch.amp.custom_fwd(device_type="mps")\n    def forward(ctx, x):\n        return x',
    ],
  },
  {
    pattern: 'cudnn-flags',
    bad: ['import torch\ntorch.backends.cudnn.benchmark = True', 'import torch.backends.cudnn as cudnn\ncudnn.deterministic = True'],
    good: ['import torch\ntorch.use_deterministic_algorithms(True)'],
  },
  {
    pattern: 'tf32-flags',
    bad: ['import torch\ntorch.backends.cuda.matmul.allow_tf32 = True', 'import torch\ntorch.set_float32_matmul_precision("high")'],
    good: ['import torch\ntorch.set_default_dtype(torch.float32)'],
  },
  {
    pattern: 'sdp-kernel-cuda',
    bad: [
      'import torch\ntorch.backends.cuda.enable_flash_sdp(True)',
      'from torch.nn.attention import SDPBackend, sdpa_kernel\nwith sdpa_kernel(SDPBackend.FLASH_ATTENTION):\n    pass',
    ],
    good: [
      'import torch.nn.functional as F\ny = F.scaled_dot_product_attention(q, k, v)',
      'from torch.nn.attention import SDPBackend, sdpa_kernel\nwith sdpa_kernel(SDPBackend.MATH):\n    pass',
    ],
  },
  {
    pattern: 'nccl-backend',
    bad: [
      'import torch.distributed as dist\ndist.init_process_group("nccl")',
      'import torch\ntorch.distributed.init_process_group(backend="nccl", rank=0)',
      'parser.add_argument("--dist-backend", default="nccl")',
      'import torch.distributed as dist\ndist.init_process_group("cpu:gloo,cuda:nccl")',
      'from torch.distributed.device_mesh import init_device_mesh\nmesh = init_device_mesh("cuda", (2,))',
    ],
    good: [
      'from torch.distributed.device_mesh import init_device_mesh\nmesh = init_device_mesh("cpu", (1,))',
      'import torch.distributed as dist\ndist.init_process_group("gloo")',
      'backend = "mps"',
    ],
  },
  {
    pattern: 'ddp-fsdp',
    bad: ['from torch.nn.parallel import DistributedDataParallel as DDP\nmodel = DDP(model)'],
    good: ['from torch.nn.parallel import DistributedDataParallel as DDP', 'import torch\nmodel = torch.nn.Linear(2, 2)'],
  },
  {
    pattern: 'dataparallel',
    bad: ['import torch.nn as nn\nmodel = nn.DataParallel(model)'],
    good: ['from torch.utils.data import DataLoader\nloader = DataLoader(data)'],
  },
  {
    pattern: 'syncbn',
    bad: ['import torch\nmodel = torch.nn.SyncBatchNorm.convert_sync_batchnorm(model)'],
    good: ['import torch.nn as nn\nlayer = nn.BatchNorm2d(64)'],
  },
  {
    pattern: 'float64',
    bad: ['import torch\nx = torch.zeros(3, dtype=torch.float64)', 'y = x.double()', 'import torch\nx = x.to(torch.float64)'],
    good: ['import numpy as np\na = np.zeros(3, dtype=np.float64)', 'frame = frame.astype("float64")', 'import torch\nx = torch.zeros(3, dtype=torch.float32)'],
  },
  {
    pattern: 'from-numpy-float64',
    bad: ['import numpy as np\nimport torch\nx = torch.from_numpy(np.random.rand(3, 4))', 'import torch\nx = torch.from_numpy(frame.values)'],
    good: [
      'import torch\nx = torch.from_numpy(features.astype("float32"))',
      'import torch\nx = torch.from_numpy(image)',
      'import torch\nx = torch.tensor([1.0, 2.0])',
    ],
  },
  {
    pattern: 'complex128',
    bad: ['import torch\nz = torch.zeros(3, dtype=torch.complex128)'],
    good: ['import torch\nz = torch.zeros(3, dtype=torch.complex64)', 'import numpy as np\nz = np.zeros(3, dtype=np.complex128)'],
  },
  {
    pattern: 'fp8-dtype',
    bad: ['import torch\nw = w.to(torch.float8_e4m3fn)'],
    good: ['fp8 = False', 'import torch\nw = w.to(torch.float16)', 'import torch\nif w.dtype == torch.float8_e4m3fn:\n    w = w.to(torch.float16)'],
  },
  {
    pattern: 'pin-memory-loader',
    bad: ['from torch.utils.data import DataLoader\nloader = DataLoader(data, pin_memory=True)'],
    good: [
      'from torch.utils.data import DataLoader\nloader = DataLoader(data, pin_memory=False)',
      'from torch.utils.data import DataLoader\nloader = DataLoader(data, pin_memory=use_cuda)',
    ],
  },
  { pattern: 'pin-memory-tensor', bad: ['x = x.pin_memory()'], good: ['from torch.utils.data import DataLoader\nloader = DataLoader(data, pin_memory=False)'] },
  { pattern: 'non-blocking', bad: ['x = x.to(device, non_blocking=True)'], good: ['x = x.to(device)', 'x = x.to(device, non_blocking=False)'] },
  {
    pattern: 'num-workers',
    bad: ['from torch.utils.data import DataLoader\nloader = DataLoader(data, num_workers=4)'],
    good: ['from torch.utils.data import DataLoader\nloader = DataLoader(data, num_workers=0)'],
  },
  {
    pattern: 'torch-compile',
    bad: ['import torch\nmodel = torch.compile(model)', 'import torch\n@torch.compile\ndef f(x):\n    return x'],
    good: ['import re\np = re.compile("a")', 'import mlx.core as mx\nf = mx.compile(f)', 'model.compile(optimizer="adam")'],
  },
  {
    pattern: 'compile-mode',
    bad: ['import torch\nmodel = torch.compile(model, mode="max-autotune")'],
    good: ['import torch\nmodel = torch.compile(model)', 'checkpoint = Checkpoint(mode="max")'],
  },
  {
    pattern: 'triton-kernel',
    bad: ['import triton\n@triton.jit\ndef add(x_ptr):\n    pass', 'import triton\n@triton.autotune(configs=[], key=["n"])\n@triton.jit\ndef k(x):\n    pass'],
    good: ['import numba\n@numba.jit\ndef add(x):\n    return x', 'import torch\n@torch.jit.script\ndef f(x):\n    return x'],
  },
  {
    pattern: 'cuda-extension',
    bad: ['from torch.utils.cpp_extension import BuildExtension, CUDAExtension\next = CUDAExtension("ops", ["ops.cpp", "ops.cu"])'],
    good: ['from torch.utils.cpp_extension import CppExtension\next = CppExtension("ops", ["ops.cpp"])'],
  },
  {
    pattern: 'load-inline-cuda',
    bad: [
      'from torch.utils.cpp_extension import load\nops = load(name="ops", sources=["ops.cpp", "ops.cu"])',
      'from torch.utils.cpp_extension import load_inline\nops = load_inline(name="ops", cpp_sources=src, cuda_sources=kernel)',
    ],
    good: [
      'from torch.utils.cpp_extension import load\nops = load(name="ops", sources=["ops.cpp"])',
      'from torch.utils.cpp_extension import load_inline\nops = load_inline(name="ops", cpp_sources=src)',
      'import json\njson.load(f)',
    ],
  },
  {
    pattern: 'flex-attention',
    bad: ['from torch.nn.attention.flex_attention import flex_attention\ny = flex_attention(q, k, v)'],
    good: ['import torch.nn.functional as F\ny = F.scaled_dot_product_attention(q, k, v)'],
  },
  {
    pattern: 'attn-flash2',
    bad: [
      'model = AutoModel.from_pretrained(name, attn_implementation="flash_attention_2")',
      'model = AutoModel.from_pretrained(name, use_flash_attention_2=True)',
    ],
    good: ['model = AutoModel.from_pretrained(name, attn_implementation="sdpa")', 'name = "flash_attention_2"'],
  },
  {
    pattern: 'flash-attn-call',
    bad: ['from flash_attn import flash_attn_func\ny = flash_attn_func(q, k, v, causal=True)'],
    good: ['import torch.nn.functional as F\ny = F.scaled_dot_product_attention(q, k, v, is_causal=True)'],
  },
  {
    pattern: 'attn-xformers',
    bad: ['pipe.enable_xformers_memory_efficient_attention()', 'import xformers.ops as xops\ny = xops.memory_efficient_attention(q, k, v)'],
    good: ['pipe.enable_attention_slicing()', 'pipe.disable_xformers_memory_efficient_attention()'],
  },
  {
    pattern: 'apex-use',
    bad: ['from apex import amp\nmodel, optimizer = amp.initialize(model, optimizer)', 'from apex.optimizers import FusedAdam\nopt = FusedAdam(params)'],
    good: ['from torch import amp\nscaler = amp.GradScaler("mps")'],
  },
  {
    pattern: 'bnb-4bit',
    bad: ['config = BitsAndBytesConfig(load_in_4bit=True)', 'model = AutoModel.from_pretrained(name, load_in_4bit=True)'],
    good: ['config = BitsAndBytesConfig(load_in_4bit=False)', 'config = MetalConfig(bits=4)'],
  },
  {
    pattern: 'bnb-8bit',
    bad: ['model = AutoModel.from_pretrained(name, load_in_8bit=True)'],
    good: ['model = AutoModel.from_pretrained(name, load_in_8bit=False)'],
  },
  {
    pattern: 'bnb-optim',
    bad: ['args = TrainingArguments("out", optim="paged_adamw_8bit")', 'import bitsandbytes as bnb\nopt = bnb.optim.AdamW8bit(params)'],
    good: ['args = TrainingArguments("out", optim="adamw_torch")', 'import torch\nopt = torch.optim.AdamW(params)'],
  },
  {
    pattern: 'hf-fp16',
    bad: ['from transformers import TrainingArguments\nargs = TrainingArguments("out", fp16=True)', 'accelerator = Accelerator(mixed_precision="fp16")'],
    good: ['from transformers import TrainingArguments\nargs = TrainingArguments("out", fp16=False)', 'class Options:\n    fp16: bool = True'],
  },
  {
    pattern: 'hf-bf16',
    bad: [
      'from transformers import TrainingArguments\nargs = TrainingArguments("out", bf16=True)',
      'import torch\nmodel = AutoModel.from_pretrained(name, torch_dtype=torch.bfloat16)',
    ],
    good: ['import torch\nmodel = AutoModel.from_pretrained(name, torch_dtype=torch.float16)'],
  },
  {
    pattern: 'hf-tf32',
    bad: ['from transformers import TrainingArguments\nargs = TrainingArguments("out", tf32=True)'],
    good: ['from transformers import TrainingArguments\nargs = TrainingArguments("out", tf32=False)'],
  },
  {
    pattern: 'use-mps-device',
    bad: [
      'from transformers import TrainingArguments\nargs = TrainingArguments("out", use_mps_device=True)',
      'from transformers import TrainingArguments\nargs = TrainingArguments("out", no_cuda=True)',
    ],
    good: [
      'from transformers import TrainingArguments\nargs = TrainingArguments("out", use_cpu=True)',
      'parser.add_argument("--no-cuda", action="store_true")',
    ],
  },
  {
    pattern: 'hf-deepspeed',
    bad: [
      'args = TrainingArguments("out", deepspeed="ds_config.json")',
      'import deepspeed\nengine, *_ = deepspeed.initialize(model=model)',
      { in: 'shell', text: 'deepspeed --num_gpus 8 train.py' },
    ],
    good: ['args = TrainingArguments("out", deepspeed=None)', { in: 'shell', text: 'python train.py' }],
  },
  {
    pattern: 'hf-device-map-auto',
    bad: ['model = AutoModel.from_pretrained(name, device_map="auto")'],
    good: ['model = AutoModel.from_pretrained(name, device_map="mps")'],
  },
  {
    pattern: 'hf-device-map-cuda',
    bad: ['model = AutoModel.from_pretrained(name, device_map="cuda:0")', 'model = AutoModel.from_pretrained(name, device_map={"": "cuda"})'],
    good: ['model = AutoModel.from_pretrained(name, device_map={"": "mps"})', 'model = AutoModel.from_pretrained(name, device_map="auto")'],
  },
  {
    pattern: 'device-number',
    bad: [
      'model = AutoModel.from_pretrained(name, device_map=0)',
      'model = AutoModel.from_pretrained(name, device_map={"": 0})',
      'from transformers import pipeline\npipe = pipeline("text-generation", device=0)',
    ],
    good: [
      'from transformers import pipeline\npipe = pipeline("text-generation", device=-1)',
      'from transformers import pipeline\npipe = pipeline("text-generation", device="mps")',
    ],
  },
  {
    pattern: 'hf-quant-cuda',
    bad: ['from transformers import EetqConfig\nq = EetqConfig("int8")'],
    good: ['from transformers import AwqConfig\nq = AwqConfig(bits=4)', 'from transformers import MetalConfig\nq = MetalConfig(bits=4)'],
  },
  {
    pattern: 'hf-mxfp4',
    bad: ['from transformers import Mxfp4Config\nq = Mxfp4Config()'],
    good: ['from transformers import GPTQConfig\nq = GPTQConfig(bits=4)'],
  },
  {
    pattern: 'trl-use-vllm',
    bad: ['from trl import GRPOConfig\nargs = GRPOConfig("out", use_vllm=True)'],
    good: ['from trl import GRPOConfig\nargs = GRPOConfig("out", use_vllm=False)'],
  },
  {
    pattern: 'vllm-llm',
    bad: ['from vllm import LLM\nllm = LLM(model=name)', { in: 'shell', text: 'vllm serve Qwen/Qwen3-8B' }],
    good: ['from mlx_lm import load\nmodel, tokenizer = load(name)', { in: 'shell', text: 'mlx_lm.server --model name' }],
  },
  {
    pattern: 'vllm-tensor-parallel',
    bad: ['from vllm import LLM\nllm = LLM(model=name, tensor_parallel_size=4)', { in: 'shell', text: 'vllm serve m --tensor-parallel-size 8' }],
    good: ['from vllm import LLM\nllm = LLM(model=name, tensor_parallel_size=1)', { in: 'shell', text: 'vllm serve m --tensor-parallel-size 1' }],
  },
  {
    pattern: 'lightning-devices',
    bad: [
      'import lightning as L\ntrainer = L.Trainer(accelerator="gpu", devices=2)',
      'from pytorch_lightning import Trainer\ntrainer = Trainer(devices=[0, 1])',
    ],
    good: [
      'import lightning as L\ntrainer = L.Trainer(accelerator="gpu", devices=1)',
      'import lightning as L\ntrainer = L.Trainer(accelerator="auto", devices="auto")',
    ],
  },
  {
    pattern: 'lightning-strategy',
    bad: ['import lightning as L\ntrainer = L.Trainer(strategy="ddp")'],
    good: ['import lightning as L\ntrainer = L.Trainer(strategy="auto")'],
  },
  {
    pattern: 'lightning-accelerator-cuda',
    bad: ['import lightning as L\ntrainer = L.Trainer(accelerator="cuda")'],
    good: ['import lightning as L\ntrainer = L.Trainer(accelerator="gpu")', 'import lightning as L\ntrainer = L.Trainer(accelerator="mps")'],
  },
  {
    pattern: 'distributed-launch',
    bad: [
      { in: 'shell', text: 'torchrun --nproc_per_node=8 train.py' },
      { in: 'shell', text: 'accelerate launch --multi_gpu train.py' },
    ],
    good: [
      { in: 'shell', text: 'accelerate launch train.py' },
      { in: 'shell', text: 'python train.py' },
    ],
  },
  { pattern: 'diffusers-offload', bad: ['pipe.enable_model_cpu_offload()'], good: ['pipe.enable_attention_slicing()'] },
  {
    pattern: 'tensorrt',
    bad: [
      'import tensorrt as trt\nbuilder = trt.Builder(logger)',
      'import torch_tensorrt\nm = torch_tensorrt.compile(model)',
      { in: 'shell', text: 'trtexec --onnx=model.onnx' },
    ],
    good: ['import coremltools as ct\nm = ct.convert(traced)', { in: 'shell', text: 'python export.py --onnx model.onnx' }],
  },
  { pattern: 'yolo-export-engine', bad: ['model.export(format="engine", half=True)'], good: ['model.export(format="coreml")', 'model.export(format="onnx")'] },
  {
    pattern: 'yolo-device-number',
    bad: ['model.train(data="coco8.yaml", device=0)', 'model.predict(source, device=[0, 1])'],
    good: ['model.train(data="coco8.yaml", device="mps")', 'model.train()'],
  },
  {
    pattern: 'onnx-cuda-ep',
    bad: ['import onnxruntime as ort\ns = ort.InferenceSession(p, providers=["CUDAExecutionProvider", "CPUExecutionProvider"])'],
    good: [
      'import onnxruntime as ort\ns = ort.InferenceSession(p, providers=["CoreMLExecutionProvider", "CPUExecutionProvider"])',
      'import onnxruntime as ort\ns = ort.InferenceSession(p, providers=["CoreMLExecutionProvider", "CUDAExecutionProvider", "CPUExecutionProvider"])',
    ],
  },
  {
    pattern: 'tf-gpu',
    bad: ['import tensorflow as tf\ngpus = tf.config.list_physical_devices("GPU")'],
    good: ['import tensorflow as tf\ncpus = tf.config.list_physical_devices("CPU")'],
  },
  {
    pattern: 'tf-device-gpu',
    bad: ['import tensorflow as tf\nwith tf.device("/GPU:0"):\n    pass', 'import tensorflow as tf\nwith tf.device("/device:GPU:1"):\n    pass'],
    good: ['import tensorflow as tf\nwith tf.device("/CPU:0"):\n    pass'],
  },
  {
    pattern: 'jax-gpu',
    bad: [
      'import jax\ngpu = jax.devices("gpu")[0]',
      'import jax\njax.config.update("jax_platform_name", "gpu")',
      { in: 'shell', text: 'JAX_PLATFORMS=cuda python train.py' },
    ],
    good: ['import jax\ncpu = jax.devices("cpu")[0]', 'import jax\nprint(jax.devices())', { in: 'shell', text: 'JAX_PLATFORMS=cpu python train.py' }],
  },
  { pattern: 'jax-x64', bad: ['import jax\njax.config.update("jax_enable_x64", True)'], good: ['import jax\njax.config.update("jax_debug_nans", True)'] },
  { pattern: 'cupy-kernel', bad: ['import cupy as cp\nk = cp.RawKernel(code, "add")'], good: ['import numpy as np\nk = np.vectorize(f)'] },
  {
    pattern: 'numba-cuda',
    bad: ['from numba import cuda\n@cuda.jit\ndef add(x):\n    i = cuda.grid(1)'],
    good: ['import numba\n@numba.njit(parallel=True)\ndef add(x):\n    return x'],
  },
  {
    pattern: 'cuda-source-module',
    bad: ['from pycuda.compiler import SourceModule\nmod = SourceModule(code)', 'import cutlass.cute as cute\n@cute.jit\ndef f(a):\n    pass'],
    good: ['from types import ModuleType\nmod = ModuleType("m")'],
  },
  {
    pattern: 'nerf-cuda-kernels',
    bad: [
      'import tinycudann as tcnn\nenc = tcnn.Encoding(3, config)',
      'from diff_gaussian_rasterization import GaussianRasterizer',
      'import nvdiffrast.torch as dr\nctx = dr.RasterizeCudaContext()',
    ],
    good: ['import open3d as o3d\npcd = o3d.io.read_point_cloud(p)'],
  },
  { pattern: 'isaac-sim', bad: ['from isaacgym import gymapi', 'import omni.isaac.core'], good: ['import mujoco', 'import gymnasium as gym'] },
  { pattern: 'dali-pipeline', bad: ['from nvidia.dali import pipeline_def'], good: ['from torchvision.transforms import v2'] },
  {
    pattern: 'faiss-gpu',
    bad: ['import faiss\nres = faiss.StandardGpuResources()\nindex = faiss.index_cpu_to_gpu(res, 0, index)'],
    good: ['import faiss\nindex = faiss.IndexFlatL2(64)'],
  },
  {
    pattern: 'rapids-accel',
    bad: ['import cudf.pandas\ncudf.pandas.install()', { in: 'shell', text: 'python -m cudf.pandas script.py' }],
    good: ['import pandas as pd\npd.set_option("mode.copy_on_write", True)', { in: 'shell', text: 'python -m pandas_script' }],
  },
  {
    pattern: 'xgb-gpu',
    bad: ['import xgboost as xgb\nm = xgb.XGBClassifier(device="cuda")', 'from xgboost import train\nb = train({"device": "cuda"}, d)'],
    good: ['import xgboost as xgb\nm = xgb.XGBClassifier(device="cpu")', 'import xgboost as xgb\nm = xgb.XGBClassifier(tree_method="hist")'],
  },
  {
    pattern: 'xgb-gpu-hist',
    bad: ['import xgboost as xgb\nm = xgb.XGBRegressor(tree_method="gpu_hist")', 'params = {"tree_method": "gpu_hist"}'],
    good: ['params = {"tree_method": "hist"}'],
  },
  {
    pattern: 'lightgbm-gpu',
    bad: ['import lightgbm as lgb\nm = lgb.LGBMClassifier(device="gpu")'],
    good: ['import lightgbm as lgb\nm = lgb.LGBMClassifier(device="cpu")'],
  },
  {
    pattern: 'catboost-gpu',
    bad: ['from catboost import CatBoostClassifier\nm = CatBoostClassifier(task_type="GPU")'],
    good: ['from catboost import CatBoostClassifier\nm = CatBoostClassifier(task_type="CPU")'],
  },
  { pattern: 'paddle-gpu', bad: ['import paddle\npaddle.set_device("gpu:0")'], good: ['import paddle\npaddle.set_device("cpu")'] },
  { pattern: 'opencv-cuda', bad: ['import cv2\ng = cv2.cuda.GpuMat()'], good: ['import cv2\nimg = cv2.resize(img, (64, 64))'] },
  {
    pattern: 'opencv-dnn-cuda',
    bad: ['import cv2\nnet.setPreferableBackend(cv2.dnn.DNN_BACKEND_CUDA)'],
    good: ['import cv2\nnet.setPreferableBackend(cv2.dnn.DNN_BACKEND_OPENCV)'],
  },
  {
    pattern: 'ctranslate2-cuda',
    bad: ['from faster_whisper import WhisperModel\nm = WhisperModel("large-v3", device="cuda")'],
    good: [
      'from faster_whisper import WhisperModel\nm = WhisperModel("large-v3", device="cpu", compute_type="int8")',
      'from faster_whisper import WhisperModel\nm = WhisperModel("large-v3", device="auto")',
    ],
  },
  {
    pattern: 'tensor-type-cuda',
    bad: [
      'import torch\nx = torch.cuda.FloatTensor(3)',
      'import torch\ntorch.set_default_tensor_type("torch.cuda.FloatTensor")',
      'import torch\nx = x.type(torch.cuda.LongTensor)',
    ],
    good: ['import torch\nok = isinstance(x, torch.cuda.FloatTensor)', 'import torch\nx = torch.FloatTensor(3)'],
  },
  {
    pattern: 'map-location',
    bad: ['import torch\nstate = torch.load("model.pt")', 'import os, torch\nstate = torch.load(os.path.join(a, b))'],
    good: [
      'import os, torch\nstate = torch.load(os.path.join(a, b), map_location="cpu")',
      'import torch\nstate = torch.load("m.pt", "cpu")',
      'import json\njson.load(f)',
    ],
  },
  {
    pattern: 'map-location-cuda',
    bad: ['import torch\nstate = torch.load("m.pt", map_location="cuda:0")'],
    good: ['import torch\nstate = torch.load("m.pt", map_location="cpu")', 'import torch\nstate = torch.load("m.pt", map_location=device)'],
  },
  {
    pattern: 'nvtx-nvml',
    bad: ['import torch\ntorch.cuda.nvtx.range_push("step")', 'import nvidia_smi'],
    good: ['import torch\nwith torch.mps.profiler.profile():\n    pass', 'import psutil'],
  },
  { pattern: 'gputil', bad: ['import GPUtil\ng = GPUtil.getGPUs()'], good: ['import psutil\nm = psutil.virtual_memory()'] },
  {
    pattern: 'profiler-cuda',
    bad: ['from torch.profiler import ProfilerActivity, profile\nwith profile(activities=[ProfilerActivity.CPU, ProfilerActivity.CUDA]):\n    pass'],
    good: ['from torch.profiler import ProfilerActivity, profile\nwith profile(activities=[ProfilerActivity.CPU]):\n    pass'],
  },
  {
    pattern: 'cuda-version',
    bad: ['import torch\nmajor = torch.version.cuda.split(".")[0]'],
    good: ['import torch\nprint(torch.version.cuda)', 'import torch\nmajor = torch.__version__.split(".")[0]'],
  },
  { pattern: 'cuda-bf16-query', bad: ['import torch\nbf16 = torch.cuda.is_bf16_supported()'], good: ['import torch\nbf16 = True'] },
  {
    pattern: 'oom-except',
    bad: ['import torch\ntry:\n    run()\nexcept torch.cuda.OutOfMemoryError:\n    pass'],
    good: ['try:\n    run()\nexcept MemoryError:\n    pass'],
  },
  {
    pattern: 'env-cuda',
    bad: ['import os\nos.environ["CUDA_VISIBLE_DEVICES"] = "0"', { in: 'shell', text: 'export PYTORCH_CUDA_ALLOC_CONF=expandable_segments:True' }],
    good: ['import os\nos.environ["PYTORCH_ENABLE_MPS_FALLBACK"] = "1"', { in: 'shell', text: 'export OMP_NUM_THREADS=8' }],
  },
  {
    pattern: 'mps-fallback-late',
    bad: ['import os\nos.environ["PYTORCH_ENABLE_MPS_FALLBACK"] = "1"'],
    good: ['import os\nos.environ["PYTORCH_MPS_HIGH_WATERMARK_RATIO"] = "1.0"'],
  },
  {
    pattern: 'nvidia-smi',
    bad: ['import subprocess\nsubprocess.run(["nvidia-smi", "--query-gpu=name"])', 'import os\nos.system("nvidia-smi")'],
    good: ['print("install the driver so that nvidia-smi works")', 'import subprocess\nsubprocess.run(["system_profiler", "SPDisplaysDataType"])'],
  },
  {
    pattern: 'nvidia-smi-command',
    bad: [
      { in: 'shell', text: 'nvidia-smi' },
      { in: 'shell', text: 'watch -n 1 nvidia-smi' },
    ],
    good: [{ in: 'shell', text: 'system_profiler SPDisplaysDataType' }],
  },
  {
    pattern: 'nvcc-build',
    bad: [
      { in: 'shell', text: 'nvcc -O3 -o kernel kernel.cu' },
      { in: 'dockerfile', text: 'RUN cmake -DUSE_CUDA=ON ..' },
    ],
    good: [
      { in: 'shell', text: 'clang++ -O3 main.cpp' },
      { in: 'shell', text: 'nvcc --version' },
    ],
  },
  {
    pattern: 'ggml-cuda-build',
    bad: [{ in: 'shell', text: 'CMAKE_ARGS="-DGGML_CUDA=on" pip install llama-cpp-python' }],
    good: [{ in: 'shell', text: 'CMAKE_ARGS="-DGGML_METAL=on" pip install llama-cpp-python' }],
  },
  {
    pattern: 'docker-gpus',
    bad: [
      { in: 'dockerfile', text: 'FROM nvidia/cuda:12.4.1-devel-ubuntu22.04' },
      { in: 'compose', text: '    runtime: nvidia' },
      { in: 'shell', text: 'docker run --gpus all image' },
      { in: 'compose', text: '              capabilities: [gpu]' },
    ],
    good: [
      { in: 'dockerfile', text: 'FROM python:3.12-slim' },
      { in: 'shell', text: 'python train.py --gpus 1' },
      { in: 'compose', text: '    image: postgres:16' },
    ],
  },
  {
    pattern: 'docker-amd64',
    bad: [
      { in: 'dockerfile', text: 'FROM --platform=linux/amd64 python:3.12' },
      { in: 'compose', text: '    platform: linux/amd64' },
    ],
    good: [{ in: 'dockerfile', text: 'FROM --platform=linux/arm64 python:3.12' }],
  },
  {
    pattern: 'conda-cuda',
    bad: [
      { in: 'conda', text: '  - nvidia' },
      { in: 'shell', text: 'conda install pytorch pytorch-cuda=12.1 -c pytorch -c nvidia' },
    ],
    good: [
      { in: 'conda', text: '  - conda-forge' },
      { in: 'shell', text: 'conda install -c conda-forge pytorch' },
    ],
  },
  {
    pattern: 'conda-pytorch-channel',
    bad: [{ in: 'shell', text: 'conda install pytorch torchvision -c pytorch' }],
    good: [{ in: 'shell', text: 'conda install pytorch -c conda-forge' }],
  },
  {
    pattern: 'conda-osx64',
    bad: [{ in: 'shell', text: 'CONDA_SUBDIR=osx-64 conda create -n env python=3.10' }],
    good: [{ in: 'shell', text: 'CONDA_SUBDIR=osx-arm64 conda create -n env python=3.12' }],
  },
  {
    pattern: 'adaptive-avg-pool',
    bad: ['import torch.nn as nn\npool = nn.AdaptiveAvgPool2d((7, 7))', 'import torch.nn.functional as F\ny = F.adaptive_avg_pool2d(x, 7)'],
    good: [
      'import torch.nn as nn\npool = nn.AdaptiveAvgPool2d(1)',
      'import torch.nn as nn\npool = nn.AdaptiveAvgPool2d((1, 1))',
      'import torch.nn.functional as F\ny = F.adaptive_avg_pool2d(x, (1, 1))',
    ],
  },
  {
    pattern: 'sparse',
    bad: ['y = x.to_sparse_csr()', 'import torch\na = torch.sparse_csr_tensor(c, i, v)'],
    good: ['y = x.to_sparse()', 'import torch\na = torch.sparse_coo_tensor(i, v)', 'm = frame.sparse.to_coo()'],
  },
  {
    pattern: 'nested-tensor',
    bad: ['import torch\nx = torch.nested.nested_tensor([a, b])'],
    good: ['from torch.nn.utils.rnn import pad_sequence\nx = pad_sequence([a, b])'],
  },
  {
    pattern: 'quantize-eager',
    bad: ['import torch\nq = torch.quantization.quantize_dynamic(model)', 'import torch\nq = torch.ao.quantization.quantize_dynamic(model)'],
    good: ['import mlx.nn as nn\nnn.quantize(model, bits=4)'],
  },
  {
    pattern: 'grad-checkpoint',
    bad: ['model.gradient_checkpointing_enable()', 'from torch.utils.checkpoint import checkpoint\ny = checkpoint(f, x)'],
    good: ['model.gradient_checkpointing_disable()'],
  },
  {
    pattern: 'nvenc',
    bad: ['args = ["-c:v", "h264_nvenc"]', { in: 'shell', text: 'ffmpeg -i a.mp4 -c:v hevc_nvenc b.mp4' }],
    good: ['args = ["-c:v", "h264_videotoolbox"]', { in: 'shell', text: 'ffmpeg -i a.mp4 -c:v libx264 b.mp4' }],
  },
];
