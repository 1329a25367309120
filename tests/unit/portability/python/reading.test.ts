import { describe, expect, it } from 'vitest';
import { chunksOf } from '../../../../src/portability/python/chunks.ts';
import { KNOWLEDGE, read } from './python.ts';
import { readPython } from '../../../../src/portability/python/read-python.ts';

describe('places and diffs', () => {
  it('counts lines and columns from 1, through strings and continued lines', () => {
    const [finding] = read('import torch\ntext = """\nmodel.cuda()\n"""\nx = 1 + \\\n    2\nif x:\n    model.cuda()\n').findings;
    expect(finding).toMatchObject({ pattern: 'cuda-method', place: { line: 8 }, column: 11, snippet: 'model.cuda()' });
  });

  it('shows the whole line before and after, with its indent', () => {
    const [finding] = read('def f():\n    return model.eval().cuda()  # there\n').findings;
    expect(finding?.diff).toEqual({ before: '    return model.eval().cuda()  # there', after: '    return model.eval().to(device)  # there' });
  });

  it('a call without arguments gets none', () => {
    const [finding] = read('from torch.cuda.amp import GradScaler\nscaler = GradScaler()\n').findings;
    expect(finding?.diff?.after).toBe('scaler = torch.amp.GradScaler("mps")');
  });

  it('what is known of a call goes before what is known of the name of its argument', () => {
    const { findings } = read('from xgboost import XGBClassifier\nmodel = XGBClassifier(device="cuda")\n');
    expect(findings.map(({ pattern }) => pattern)).toEqual(['xgb-gpu']);
  });

  it('a device that is compared is not chosen', () => {
    const { findings } = read('import torch\nassert x.device == torch.device("cuda")\n');
    expect(findings.filter(({ guard }) => guard === null)).toEqual([]);
  });

  it('stays right behind thousands of lines', () => {
    const [finding] = read(`import torch\n${'x = [1, 2, 3]\n'.repeat(5_000)}model.cuda()\n`).findings;
    expect(finding?.place.line).toBe(5_002);
  });

  it('keeps the cell of a notebook, and the names of earlier cells', () => {
    const cells = [
      { text: 'import torch.nn.functional as F', place: { file: 'a.ipynb', line: 1, cell: 1 } },
      { text: '\ny = F.rrelu(x)', place: { file: 'a.ipynb', line: 1, cell: 3 } },
    ];
    expect(readPython(cells, KNOWLEDGE, 'main').findings.map(({ place, operator }) => [place.cell, place.line, operator])).toEqual([[3, 2, 'rrelu']]);
  });
});

describe('what is no Python', () => {
  it('is named with its line, and the rest is read', () => {
    const { problems, findings } = read('import torch\nmodel.cuda()\ndef f(:\n    torch.cuda.synchronize()\n');
    expect(problems).toMatchObject([{ code: 'syntax-python', place: { line: 3 } }]);
    expect(findings.map(({ pattern }) => pattern)).toContain('cuda-method');
  });

  it('nested too deeply is named and left out', () => {
    expect(read(`x = ${'('.repeat(5_000)}cuda${')'.repeat(5_000)}`).problems).toMatchObject([{ code: 'too-deep' }]);
  });
});

describe('chunks', () => {
  it('put together are the source, and none splits a statement', () => {
    const source = Array.from({ length: 3_000 }, (_, index) => `@decorated\ndef f${index}(a, b):\n    """text\nat the margin"""\n    return [\n1]\n`).join('');
    const { chunks } = chunksOf(source);
    expect(chunks.length).toBeGreaterThan(2);
    expect(chunks.map(({ text }) => text).join('')).toBe(source);
    for (const { text, line } of chunks) {
      expect(text.startsWith('@decorated')).toBe(true);
      expect(source.split('\n')[line]).toBe('@decorated');
    }
  });
});
