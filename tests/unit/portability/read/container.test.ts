import { describe, expect, it } from 'vitest';
import { commandsIn } from '../../../../src/portability/read/shell-words.ts';
import { asked, find, places, problems, read } from './read.ts';

describe('Dockerfile', () => {
  const text = `# syntax=docker/dockerfile:1
FROM nvidia/cuda:12.1.0-cudnn8-devel-ubuntu22.04 AS build
ARG TORCH_VERSION=2.1.0
ENV PIP_EXTRA_INDEX_URL=https://download.pytorch.org/whl/cu121 NAME="a b"
RUN apt-get update && apt-get install -y --no-install-recommends \\
    # the compiler
    build-essential \\
    cuda-toolkit-12-1 libcudnn8=8.9.0* git \\
    && rm -rf /var/lib/apt/lists/*
RUN --mount=type=cache,target=/root/.cache pip3 install --no-cache-dir \\
    torch==\${TORCH_VERSION} 'xformers>=0.0.20' \\
    flash-attn>=2 --no-build-isolation > /dev/null 2>&1 \\
 && python3 -m pip install -r requirements.txt -t /opt/lib
COPY . .
RUN ["pip", "install", "vllm"]
RUN pip install -e . && pip install $EXTRA apex-\${X} "triton==\${UNSET}"
RUN <<EOF
pip install deepspeed
echo pip install not-this
EOF
RUN conda install -y -c nvidia cuda=12.1 && uv pip install cupy-cuda12x --index-url=https://pypi.nvidia.com
CMD bash -c "pip install late-one && python train.py"
`;

  it('reads what its commands install, each on its line', () => {
    const parsed = read('docker/Dockerfile', text);
    expect(parsed.dependencies.map(({ name, specifier, from, index, place }) => [`${name}${specifier}`, from, index, place.line])).toEqual([
      ['cuda-toolkit-12-1', 'apt', null, 8],
      ['libcudnn8==8.9.0*', 'apt', null, 8],
      ['torch==2.1.0', 'pypi', 'https://download.pytorch.org/whl/cu121', 11],
      ['xformers>=0.0.20', 'pypi', 'https://download.pytorch.org/whl/cu121', 11],
      ['flash-attn>=2', 'pypi', 'https://download.pytorch.org/whl/cu121', 12],
      ['vllm', 'pypi', 'https://download.pytorch.org/whl/cu121', 15],
      ['triton', 'pypi', 'https://download.pytorch.org/whl/cu121', 16],
      ['deepspeed', 'pypi', 'https://download.pytorch.org/whl/cu121', 18],
      ['cuda==12.1.*', 'conda', 'nvidia', 21],
      ['cupy-cuda12x', 'pypi', 'https://download.pytorch.org/whl/cu121', 21],
      ['late-one', 'pypi', 'https://download.pytorch.org/whl/cu121', 22],
    ]);
    expect(problems(parsed)).toEqual(['follows-another-file@13 docker/requirements.txt', 'computed@16 $EXTRA', 'computed@16 apex-${X}']);
  });

  it('hands its instructions over, continued ones as one line', () => {
    const lines = read('Dockerfile', text).lines;
    expect(lines[0]).toEqual({ text: 'FROM nvidia/cuda:12.1.0-cudnn8-devel-ubuntu22.04 AS build', in: 'dockerfile', place: { file: 'Dockerfile', line: 2 } });
    expect(lines[3]?.text).toContain('cuda-toolkit-12-1');
    expect(lines[3]?.text).not.toContain('the compiler');
    expect(lines.map(({ place }) => place.line)).toEqual([2, 3, 4, 5, 10, 14, 15, 16, 17, 18, 19, 21, 22]);
  });

  it('knows the other sign of continuation', () => expect(asked(read('Dockerfile', '# escape=`\nFROM x\nRUN pip install `\n torch'))).toEqual(['torch']));
});

describe('scripts of a shell', () => {
  it('reads installs and lines', () => {
    const parsed = read(
      'install.sh',
      `#!/usr/bin/env bash
set -e  # stop
CUDA=cu118
if ! command -v nvidia-smi; then pip install torch; fi
sudo -H pip install "torch==2.1.0+$CUDA" \\
  -f https://download.pytorch.org/whl/torch_stable.html
conda env create -f environment.yml
mamba create -n demo -c pytorch -c nvidia python=3.10 pytorch pytorch-cuda=12.1 -y
poetry add torch@^2.1 --group gpu
uv add --index pytorch=https://download.pytorch.org/whl/cu124 torchvision
uv pip install torchaudio --torch-backend=cu126
cat > requirements.txt <<EOF
pip install hidden
EOF
docker run --gpus all image python -m pip install --upgrade inner
echo "pip install quoted"
`,
    );
    expect(parsed.dependencies.map(({ name, specifier, from, index, place }) => [`${name}${specifier}`, from, index, place.line])).toEqual([
      ['torch', 'pypi', null, 4],
      ['torch==2.1.0+cu118', 'pypi', 'https://download.pytorch.org/whl/torch_stable.html', 5],
      ['pytorch', 'conda', null, 8],
      ['pytorch-cuda==12.1.*', 'conda', null, 8],
      ['torch>=2.1,<3.0', 'pypi', null, 9],
      ['torchvision', 'pypi', 'https://download.pytorch.org/whl/cu124', 10],
      ['torchaudio', 'pypi', 'https://download.pytorch.org/whl/cu126', 11],
      ['inner', 'pypi', null, 15],
    ]);
    expect(problems(parsed)).toEqual(['follows-another-file@7 environment.yml']);
    expect(parsed.lines.find(({ place }) => place.line === 2)?.text).toBe('set -e');
    expect(parsed.lines.find(({ text }) => text.includes('--gpus'))).toMatchObject({ in: 'shell', place: { line: 15 } });
  });

  it('reads commands that were pasted, with their prompts', () => {
    const parsed = read('', '$ pip3 install torch torchvision --index-url https://download.pytorch.org/whl/cu121\n$ pip install flash-attn\n');
    expect(places(parsed)).toEqual(['torch@1', 'torchvision@1', 'flash-attn@2']);
    expect(find(parsed, 'torch').index).toBe('https://download.pytorch.org/whl/cu121');
    expect(find(parsed, 'flash-attn').index).toBeNull();
  });

  it('takes text in quotes for text, over several lines too', () => {
    const parsed = read('a.sh', 'echo "Use it so:\n  pip install hidden\n"\n# don\'t\npip install shown\necho don\\\'t\npip install also\n');
    expect(places(parsed)).toEqual(['shown@5', 'also@7']);
    expect(parsed.lines.map(({ place }) => place.line)).toEqual([1, 2, 3, 5, 6, 7]);
  });

  it('does not let variables grow without end', () => {
    const doubling = Array.from({ length: 60 }, (_, index) => `A${index + 1}=$A${index}$A${index}`).join('\n');
    expect(read('a.sh', `A0=torch\n${doubling}\npip install $A60\n`).problems.map(({ code }) => code)).toEqual(['computed']);
  });
});

describe('commandsIn', () => {
  it.each([
    ['a b; c && d || e | f', [['a', 'b'], ['c'], ['d'], ['e'], ['f']]],
    ['a "b c" \'d e\' f"g"h', [['a', 'b c', 'd e', 'fgh']]],
    ['a > out 2>&1 < in b', [['a', 'b']]],
    ['pip install torch>=2 numpy<2', [['pip', 'install', 'torch>=2', 'numpy<2']]],
    ['a \\\n b # c\nd', [['a', 'b'], ['d']]],
    ['a ${B:-c d} $(e f) g\\ h', [['a', '${B:-c d}', '$(e f)', 'g h']]],
    ['a "b \\" c"', [['a', 'b " c']]],
    ['"unclosed', [['unclosed']]],
    ['a "$(ls "b c" | head -n 1)" ${D:+--e "$F"} g', [['a', '$(ls "b c" | head -n 1)', '${D:+--e "$F"}', 'g']]],
    ['a $(unclosed b', [['a', '$(unclosed', 'b']]],
    ['', []],
  ])('%j', (text, expected) => expect(commandsIn(text).map((command) => command.map((word) => word.text))).toEqual(expected));
});
