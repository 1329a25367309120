import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { HELP } from '../../../src/question/help.ts';
import { EXAMPLE, ask, facts } from './ask.ts';

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command as people start it, without npm in between. */
const estimate = (args: readonly string[], input = '', closeAfter = Infinity): Promise<Run> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/estimate.ts', ...args]);
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (stdout.length > closeAfter) child.stdout.destroy();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout, stderr });
    });
    child.stdin.end(input);
  });

const answers = ({ stdout }: Run): unknown[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);

describe('npm run estimate', () => {
  it('answers one question from flags', async () => {
    const run = await estimate(['--chip', 'm4-max-40', '--memory-gb', '64', '--model', 'qwen3-32b', '--quant', 'q4_k_m', '--context-tokens', '8192']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(answers(run)).toEqual([ask(EXAMPLE)]);
  });

  it('answers a described model from flags, and for people', async () => {
    const layers = '[{"kind":"full","layers":32,"kvHeads":8,"headDim":128}]';
    const run = await estimate(['--params-b', '8', '--kv-layers', layers, '--context-tokens', '8192', '--text']);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('KV cache                    1.00 GiB');
  });

  it('prints its help', async () => {
    expect(await estimate(['--help'])).toEqual({ code: 0, stdout: HELP, stderr: '' });
  });

  it('refuses a flag it does not know', async () => {
    const run = await estimate(['--modle', 'qwen3-8b']);
    expect(run).toMatchObject({ code: 2, stderr: '' });
    expect(answers(run)).toEqual([{ error: '--modle: no such flag; near: model', field: '--modle', near: ['model'] }]);
  });

  it('answers lines in order, one for one, whatever stands between them', async () => {
    const good = JSON.stringify(EXAMPLE);
    const bad = [
      '{"model":',
      'null',
      '[]',
      '5',
      '"qwen3-8b"',
      `{"model":"${'x'.repeat(2_000_000)}"}`,
      `{"model":"${'x'.repeat(100_000)}"}`,
      '{"model":"\\ud800"}',
      '{"__proto__":{"model":"qwen3-8b"},"constructor":1}',
      '{"model":"qwen3-8b","memoryGB":1e400}',
      '{"paramsB":-8}',
      '{"paramsB":"NaN"}',
      `{"kvLayers":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      `{"task":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
      'NaN',
    ];
    const run = await estimate([], `\uFEFF${bad.map((line) => `${good}\r\n${line}\n`).join('')}${good}`);
    expect(run).toMatchObject({ code: 2, stderr: '' });
    const results = answers(run);
    expect(results).toHaveLength(2 * bad.length + 1);
    const expected = JSON.stringify(ask(EXAMPLE));
    results.forEach((result, index) => {
      if (index % 2 === 0) expect(JSON.stringify(result)).toBe(expected);
      else expect(result, bad[(index - 1) / 2]?.slice(0, 60)).toHaveProperty('error');
    });
  });

  it('passes over empty lines', async () => {
    const good = JSON.stringify(EXAMPLE);
    const run = await estimate([], `\n${good}\n\n   \r\n${good}\n\n`);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(answers(run)).toHaveLength(2);
  });

  it('says which line it could not answer, and why it is no JSON', async () => {
    const run = await estimate([], `\n${JSON.stringify(EXAMPLE)}\n\n{"memoryGB":NaN}\n\uFEFF{"model":"qwen3-32"}\n`);
    expect(answers(run).slice(1)).toEqual([
      { error: expect.stringMatching(/^not a line of JSON: .*NaN|^not a line of JSON: .*'N'/), line: 4 },
      { error: expect.stringMatching(/^model: no model/), field: 'model', near: expect.arrayContaining(['qwen3-32b']), line: 5 },
    ]);
  });

  it('ends with 0 where every line was answered, and where there was none', async () => {
    expect(await estimate([], `${JSON.stringify(EXAMPLE)}\n{"model":"qwen3-8b \u2028 or so"}\n`)).toMatchObject({ code: 2 });
    expect(await estimate([], `${JSON.stringify(EXAMPLE)}\n${JSON.stringify({ task: 'speech', model: 'whisper-large-v3' })}\n`)).toMatchObject({ code: 0 });
    expect(await estimate([])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('answers 10,000 questions in at most 3 s on a quiet machine, and says nothing when the reader leaves', { timeout: 60_000 }, async () => {
    const questions = Array.from({ length: 10_000 }, (_, index) => {
      const chip = facts.chips[index % facts.chips.length];
      const model = facts.models[index % facts.models.length];
      return JSON.stringify({
        ...EXAMPLE,
        chip: chip?.id,
        memoryGB: chip?.memoryOptionsGB[0],
        model: model?.id,
        quant: undefined,
        contextTokens: 512 * (index % 65),
      });
    }).join('\n');
    const start = performance.now();
    const run = await estimate([], questions);
    const seconds = (performance.now() - start) / 1000;
    console.log(`10,000 questions: ${seconds.toFixed(2)} s`);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout.split('\n')).toHaveLength(10_001);
    // Three times what is asked for: tests share the machine with others.
    expect(seconds).toBeLessThan(10);

    expect(await estimate([], questions, 100)).toMatchObject({ code: 0, stderr: '' });
  });
});
