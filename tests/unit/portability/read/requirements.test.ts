import { describe, expect, it } from 'vitest';
import { asked, find, places, problems, read } from './read.ts';

describe('requirements', () => {
  it('reads names, extras, markers, comments and lines', () => {
    const parsed = read('requirements.txt', '# model\r\ntorch>=2.1  # the framework\r\n\r\ntransformers[torch]\r\ntriton==3.0.0 ; sys_platform == "linux"\r\n');
    expect(asked(parsed)).toEqual(['torch>=2.1', 'transformers', 'triton==3.0.0']);
    expect(places(parsed)).toEqual(['torch@2', 'transformers@4', 'triton@5']);
    expect(find(parsed, 'triton')).toMatchObject({ onMac: false, marker: 'sys_platform == "linux"', direct: true, group: null, index: null, from: 'pypi' });
    expect(find(parsed, 'torch').written).toBe('torch>=2.1');
    expect(parsed.problems).toEqual([]);
    expect(parsed.lines.map(({ text, in: kind, place }) => [text, kind, place.line])).toContainEqual(['torch>=2.1', 'requirements', 2]);
  });

  it('takes a byte order mark for nothing', () => expect(places(read('requirements.txt', '\ufefftorch\nnumpy'))).toEqual(['torch@1', 'numpy@2']));

  it('lets an index hold for the whole file, wherever it stands', () => {
    const parsed = read(
      'requirements.txt',
      'numpy\n--extra-index-url https://download.pytorch.org/whl/cu121\n-i https://pypi.org/simple\ntorch==2.1.0+cu121\n',
    );
    expect(parsed.dependencies.map(({ index }) => index)).toEqual(Array(2).fill('https://download.pytorch.org/whl/cu121'));
  });

  it.each([
    ['--index-url=https://mirror.example.org/simple', 'https://mirror.example.org/simple'],
    ['-f https://data.pyg.org/whl/torch-2.1.0+cu121.html', 'https://data.pyg.org/whl/torch-2.1.0+cu121.html'],
    ['-ihttps://pypi.org/simple/', null],
    ['--extra-index-url https://a.example.org\n--extra-index-url https://pypi.nvidia.com\n--find-links ./wheels', 'https://pypi.nvidia.com'],
  ])('index of %j', (lines, index) => expect(find(read('requirements.txt', `${lines}\ntorch`), 'torch').index).toBe(index));

  it('names files that are read along, by their path from where this one begins', () => {
    const parsed = read('requirements/dev.txt', '-r base.txt\n--requirement=../extra.txt\n-c constraints.txt\n-rmore.txt\n');
    expect(problems(parsed)).toEqual([
      'follows-another-file@1 requirements/base.txt',
      'follows-another-file@2 extra.txt',
      'follows-another-file@3 requirements/constraints.txt',
      'follows-another-file@4 requirements/more.txt',
    ]);
  });

  it('reads editable and addressed requirements, and leaves the project itself out', () => {
    const parsed = read(
      'requirements.txt',
      '-e .\n.[dev]\n-e git+https://github.com/openai/CLIP.git#egg=clip\n--editable=git+https://github.com/a/b\n-e ./third_party/ops[cuda]\n',
    );
    expect(parsed.dependencies.map(({ name, url, place }) => [name, url, place.line])).toEqual([
      ['clip', 'git+https://github.com/openai/CLIP.git#egg=clip', 3],
      ['b', 'git+https://github.com/a/b', 4],
    ]);
    expect(problems(parsed)).toEqual(['follows-another-file@5 third_party/ops']);
  });

  it('tells what pip-compile brought along', () => {
    const parsed = read(
      'requirements.txt',
      `numpy==1.26.4 \\
    --hash=sha256:aaaa \\
    --hash=sha256:bbbb
    # via
    #   -r requirements.in
    #   torch
sympy==1.13.1
    # via torch
torch==2.5.1
    # via -r requirements.in
nvidia-cublas-cu12==12.4.5.8 ; platform_system == "Linux"
    # via
    #   nvidia-cudnn-cu12
    #   torch
jinja2==3.1.4  # via torch
mpmath==1.3.0 # the maths
rich==13
    # via demo (pyproject.toml)
`,
    );
    expect(parsed.dependencies.map(({ name, direct, onMac, place }) => [name, direct, onMac, place.line])).toEqual([
      ['numpy', true, true, 1],
      ['sympy', false, true, 7],
      ['torch', true, true, 9],
      ['nvidia-cublas-cu12', false, false, 11],
      ['jinja2', false, true, 15],
      ['mpmath', true, true, 16],
      ['rich', true, true, 17],
    ]);
    expect(parsed.problems).toEqual([]);
  });

  it('reads lists conda exports, and lists cut out of Python', () => {
    const parsed = read(
      'requirements.txt',
      '# platform: linux-64\nnumpy=1.26.4=py312h_0\npytorch=2.1.0=py3.10_cuda12.1_cudnn8.9.2_0\n"torch>=2; sys_platform == \'linux\'",\n',
    );
    expect(parsed.dependencies.map(({ name, specifier, from }) => [name, specifier, from])).toEqual([
      ['numpy', '==1.26.4', 'conda'],
      ['pytorch', '==2.1.0+cu121', 'conda'],
      ['torch', '>=2', 'pypi'],
    ]);
  });

  it('counts constraints as nothing anybody asked for', () => expect(find(read('constraints.txt', 'torch==2.1'), 'torch').direct).toBe(false));

  it('reports what is no requirement, at its line, at most a hundred times', () => {
    expect(problems(read('requirements.txt', 'torch\n<<<<<<< HEAD\nthis is prose\n'))).toEqual([
      'not-a-requirement@2 <<<<<<< HEAD',
      'not-a-requirement@3 this is prose',
    ]);
    expect(read('requirements.txt', '!!\n'.repeat(1000)).problems).toHaveLength(100);
  });

  it('reads several on a line where their versions leave no doubt', () => {
    expect(asked(read('requirements.txt', 'torch==2.0.0 torchvision==0.15.1 --index-url https://example.org\nxformers bitsandbytes==0.43.3\n'))).toEqual([
      'torch==2.0.0',
      'torchvision==0.15.1',
      'xformers',
      'bitsandbytes==0.43.3',
    ]);
  });

  it('joins continued lines', () => {
    const parsed = read('requirements.txt', 'torch \\\n  >=2.0\nnumpy\n--extra-index-url \\\n  https://download.pytorch.org/whl/cu118\n');
    expect(parsed.dependencies.map(({ name, specifier, place, index }) => [name, specifier, place.line, index])).toEqual([
      ['torch', '>=2.0', 1, 'https://download.pytorch.org/whl/cu118'],
      ['numpy', '', 3, 'https://download.pytorch.org/whl/cu118'],
    ]);
  });

  it('keeps at most 20,000 and says so', () => {
    const parsed = read('requirements.txt', 'torch\n'.repeat(30_000));
    expect(parsed.dependencies).toHaveLength(20_000);
    expect(problems(parsed)).toEqual(['too-large@20001 dependencies: 20000']);
  });
});
