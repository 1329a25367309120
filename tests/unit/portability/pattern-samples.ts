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
    bad: ['y = x.float_power(2)', 'x.put_(index, values)', 'import torch\ny = x.take(torch.tensor([0, 2]))', 'm = x.mode(dim=1)'],
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
    good: ['import io\nstream = io.StringIO()', 'for event in client.stream():\n    pass'],
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
    ],
    good: ['import torch.distributed as dist\ndist.init_process_group("gloo")', 'backend = "mps"'],
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
    bad: ['import torch\nx = torch.from_numpy(features)'],
    good: ['import torch\nx = torch.from_numpy(features.astype("float32"))', 'import torch\nx = torch.tensor([1.0, 2.0])'],
  },
  {
    pattern: 'complex128',
    bad: ['import torch\nz = torch.zeros(3, dtype=torch.complex128)'],
    good: ['import torch\nz = torch.zeros(3, dtype=torch.complex64)', 'import numpy as np\nz = np.zeros(3, dtype=np.complex128)'],
  },
  { pattern: 'fp8-dtype', bad: ['import torch\nw = w.to(torch.float8_e4m3fn)'], good: ['fp8 = False', 'import torch\nw = w.to(torch.float16)'] },
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
];
