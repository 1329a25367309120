import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budget, FIT_STATUSES, judge, type FitStatus } from '../../../src/advisor/budget.ts';
import { GiB } from '../../../src/advisor/bytes.ts';
import { memoryNeed } from '../../../src/advisor/memory.ts';
import { MARGIN_BYTES } from '../../../src/advisor/overhead.ts';
import { around } from '../../../src/advisor/range.ts';
import { alternatives, type Alternative, type Situation } from '../../../src/advisor/recommend/alternatives.ts';
import { modelAlternatives, type ModelChange, type ModelTask } from '../../../src/advisor/recommend/model-alternatives.ts';
import { anyEra, anyRequest, facts } from './facts.ts';

const { gpuLimits, models, quantizations } = facts;
const rank = (status: FitStatus): number => FIT_STATUSES.indexOf(status);

const task = (model: string, quant: string, contextTokens: number, memoryGB: number, more: Partial<ModelTask> = {}): ModelTask => {
  const [found, quantization] = [models.find(({ id }) => id === model), quantizations.find(({ id }) => id === quant)];
  if (!found || !quantization) throw new Error(`no ${model} or no ${quant}`);
  const request = { model: found, quantization, known: quantizations, contextTokens };
  return { request, memoryGB, macos: 'current', gpuLimits, quantizations, models, ...more };
};
const kinds = (list: readonly Alternative<ModelChange>[]) =>
  list.map((one) => (one.kind === 'cloud' ? 'cloud' : one.changes.map(({ kind }) => kind).join('+')));
const ofKind = (list: readonly Alternative<ModelChange>[], kind: string) => list.find((one) => kinds([one])[0] === kind);

describe('what else would help a model', () => {
  test('nothing is offered where it fits', () => {
    expect(modelAlternatives(task('qwen3-8b', 'q4_k_m', 8192, 32))).toEqual([]);
  });

  test('32B at 8 bits with 40k tokens on 48GB: each change that is enough, the mildest of its kind', () => {
    const found = modelAlternatives(task('qwen3-32b', 'q8_0', 40_960, 48));
    expect(ofKind(found, 'quantization')).toMatchObject({ changes: [{ quant: 'q6_k' }], after: { fit: { status: 'fits' } } });
    const context = ofKind(found, 'context')?.changes[0];
    expect(context?.kind === 'context' && memoryNeed({ ...task('qwen3-32b', 'q8_0', context.contextTokens * 2, 48).request }).totalBytes).toBeGreaterThan(
      budget(48, 'current', gpuLimits).usableBytes - MARGIN_BYTES,
    );
    expect(kinds(found).at(-1)).toBe('cloud');
  });

  test('closing programs comes first where they are in the way', () => {
    const found = modelAlternatives(task('qwen3-8b', 'q8_0', 8192, 16, { settings: { otherAppsBytes: 6 * GiB } }));
    expect(kinds(found)[0]).toBe('close-apps');
    expect(found[0]?.after?.fit.status).toBe('fits');
  });

  test('what no single change does two may do together', () => {
    const found = modelAlternatives(task('qwen3-8b', 'q8_0', 40_960, 16, { settings: { otherAppsBytes: 9 * GiB } }));
    const pair = found.find(({ changes }) => changes.length === 2);
    expect(pair?.after?.fit.status).toBe('fits');
    expect(pair?.changes[0]).toEqual({ kind: 'close-apps' });
  });

  test('raising the limit is offered with its value, and the status it leads to', () => {
    const { request } = task('qwen3-32b', 'q4_k_m', 8192, 24);
    const { totalBytes } = memoryNeed(request);
    // A need just above the default limit of 64GB, which 56 GiB would take.
    const contextTokens = 8192 + Math.ceil((53.5 * GiB - MARGIN_BYTES - totalBytes) / 262_144);
    const raised = ofKind(modelAlternatives({ ...task('qwen3-32b', 'q4_k_m', contextTokens, 64) }), 'raise-limit');
    expect(raised).toMatchObject({ changes: [{ wiredLimitMiB: 54 * 1024 }], after: { fit: { status: 'fits' } } });
  });

  test('70B on 16GB: another model or the cloud; a model keeps the context that was asked for', () => {
    const found = modelAlternatives(task('llama-3.3-70b', 'q4_k_m', 32_768, 16));
    expect(kinds(found)).toEqual(['model', 'cloud']);
    const change = found[0]?.changes[0];
    const model = models.find(({ id }) => change?.kind === 'model' && id === change.model);
    expect(model?.family).toBe(models.find(({ id }) => id === 'llama-3.3-70b')?.family);
    expect(model?.contextMax).toBeGreaterThanOrEqual(32_768);
  });

  test('a cache of values is quantized only with flash attention', () => {
    const base = task('qwen3-32b', 'q8_0', 40_960, 48);
    expect(kinds(modelAlternatives({ ...base, request: { ...base.request, flashAttention: false } }))).not.toContain('cache-type');
  });

  test('a model that fits and is too slow: what makes it fast enough, the cloud last', () => {
    const activeOf = (id: string): number => models.find((model) => model.id === id)?.activeParamsB ?? models.find((model) => model.id === id)?.paramsB ?? 0;
    const speedOf: NonNullable<ModelTask['speedOf']> = ({ model, quantization }) => around(400 / ((activeOf(model.id) * quantization.bitsPerWeight) / 8), 1.25);
    const found = modelAlternatives(task('qwen3-32b', 'q8_0', 8192, 64, { speedOf, minSpeed: 18 }));
    expect(kinds(found)).toEqual(['quantization', 'model', 'model', 'cloud']);
    // 32.8B at 4.9 bits are 20 GB: 20 times a second at 400 GB/s, where 5.7 bits are 23 GB.
    expect(found[0]).toMatchObject({ changes: [{ quant: 'q4_k_m' }] });
    for (const { after } of found) if (after) expect(after.speed?.mid).toBeGreaterThanOrEqual(18);
  });

  test('closing programs and a good file come before a coarse one', () => {
    const found = modelAlternatives(task('qwen3-8b', 'f16', 8192, 16, { settings: { otherAppsBytes: 8e9 } }));
    const changes = found.map((one) => one.changes.map((change) => ('quant' in change ? change.quant : change.kind)).join('+'));
    expect(changes.indexOf('close-apps+q8_0')).toBeGreaterThanOrEqual(0);
    expect(changes.indexOf('close-apps+q8_0')).toBeLessThan(changes.indexOf('q2_k'));
  });

  test.each([
    ['gpt-oss-20b', 'mxfp4', 16_384, 16],
    ['llama-3.3-70b', 'q3_k_m', 8192, 16],
    ['qwen3-30b-a3b', 'q8_0', 8192, 24],
    ['qwen2.5-72b', 'q2_k', 8192, 24],
  ])('another model for %s in %s is taken in a good format, and is the newest of its size', (model, quant, contextTokens, memoryGB) => {
    const replaced = modelAlternatives(task(model, quant, contextTokens, memoryGB)).flatMap(({ changes }) => changes.filter(({ kind }) => kind === 'model'));
    expect(replaced.length).toBeGreaterThan(0);
    for (const change of replaced) {
      if (change.kind !== 'model') continue;
      expect(quantizations.find(({ id }) => id === change.quant)?.bitsPerWeight).toBeGreaterThanOrEqual(4.25);
      expect(['llama-3-8b', 'qwen2.5-14b', 'llama-2-13b']).not.toContain(change.model);
    }
  });

  test('a model of the same name comes before one for another purpose', () => {
    const [change] = ofKind(modelAlternatives(task('qwen3-30b-a3b', 'q8_0', 8192, 24)), 'model')?.changes ?? [];
    expect(change).toEqual({ kind: 'model', model: 'qwen3.5-9b', quant: 'q8_0' });
  });

  test('every alternative betters the status of any model on any Mac, and is what its own computation says', () => {
    const anyTask = fc.record({
      request: anyRequest,
      memoryGB: fc.constantFrom(...gpuLimits.map((limit) => limit.memoryGB)),
      macos: anyEra,
      settings: fc.record({ otherAppsBytes: fc.nat({ max: 24 }).map((gib) => gib * GiB) }),
      gpuLimits: fc.constant(gpuLimits),
      quantizations: fc.constant(quantizations),
      models: fc.constant(models),
    });
    fc.assert(
      fc.property(anyTask, (one) => {
        const { terms, totalBytes } = memoryNeed(one.request);
        const limits = budget(one.memoryGB, one.macos, gpuLimits, one.settings);
        const before = judge({ totalBytes, weightsBytes: terms[0]?.bytes ?? 0 }, limits);
        const found = modelAlternatives(one);
        if (rank(before.status) <= rank('fits')) expect(found).toEqual([]);
        for (const { after, changes } of found) {
          if (after === null) continue;
          expect(rank(after.fit.status)).toBeLessThan(rank(before.status));
          for (const change of changes) {
            if (change.kind === 'context') expect(change.contextTokens).toBeLessThan(one.request.contextTokens);
            if (change.kind === 'model') expect(change.model).not.toBe(one.request.model.id);
          }
        }
        expect(found.some(({ kind }) => kind === 'cloud')).toBe(before.status === 'no');
        expect(found.findIndex(({ kind }) => kind === 'cloud')).toBe(before.status === 'no' ? found.length - 1 : -1);
      }),
    );
  });
});

describe('alternatives of any task', () => {
  interface Named {
    readonly kind: string;
    readonly name: string;
  }
  const at = (status: FitStatus, speed?: number): Situation => ({
    needBytes: 1,
    fit: { status, reason: 'exceeds-memory' },
    speed: speed === undefined ? null : around(speed, 1),
  });
  const judgedBy = (table: Record<string, Situation>) => (changes: readonly Named[]) => table[changes.map(({ name }) => name).join('+')] ?? at('no');
  const names = (found: readonly Alternative<Named>[]) => found.map(({ changes }) => changes.map(({ name }) => name));
  /** `a1` is a change of the kind `a`. */
  const group = (...list: string[]): Named[] => list.map((name) => ({ kind: name.replace(/\d/, ''), name }));

  test('of a group the first that is enough, else the first that helps; what changes nothing is left out', () => {
    const table = { a1: at('tight'), a2: at('fits'), a3: at('comfortable'), b1: at('no'), c1: at('needs-setting'), c2: at('tight') };
    const changes = { adjust: [group('a1', 'a2', 'a3'), group('b1')], replace: [group('c1', 'c2')] };
    expect(names(alternatives(at('no'), () => changes, judgedBy(table)))).toEqual([['a2'], ['c1'], []]);
  });

  test('a harder change of a kind follows only where the milder one is not enough', () => {
    const adjust = [group('a1'), group('b1'), group('a2')];
    const ask = (table: Record<string, Situation>) => names(alternatives(at('tight'), () => ({ adjust, replace: [] }), judgedBy(table)));
    expect(ask({ a1: at('fits'), b1: at('fits'), a2: at('comfortable') })).toEqual([['a1'], ['b1']]);
    expect(ask({ a1: at('tight'), b1: at('fits'), a2: at('comfortable') })).toEqual([['b1'], ['a2']]);
  });

  test('a pair follows only where no single adjustment is enough', () => {
    const table = { a: at('tight'), b: at('no'), 'a+b': at('fits'), c: at('fits') };
    const changes = { adjust: [group('a'), group('b')], replace: [group('c')] };
    expect(names(alternatives(at('no'), () => changes, judgedBy(table)))).toEqual([['a'], ['a', 'b'], ['c'], []]);
  });

  test('a pair stands before a harder single change, and behind the mild ones that help', () => {
    const table = { a: at('tight'), b: at('no'), 'a+b': at('fits'), c: at('comfortable'), d: at('fits') };
    const adjust = [group('a'), group('b'), group('c'), group('d')];
    expect(names(alternatives(at('no'), () => ({ adjust, replace: [] }), judgedBy(table)))).toEqual([['a'], ['a', 'b'], ['c'], ['d'], []]);
  });

  test('nothing is asked for where nothing needs help', () => {
    const unasked = () => {
      throw new Error('asked');
    };
    expect(alternatives(at('fits'), unasked, judgedBy({}))).toEqual([]);
  });

  test('speed is not bought with fit, nor fit with speed', () => {
    const table = { faster: at('tight', 20), smaller: at('comfortable', 5), both: at('fits', 20) };
    const changes = { adjust: [group('faster'), group('smaller'), group('both')], replace: [] };
    expect(names(alternatives(at('fits', 8), () => changes, judgedBy(table), 10))).toEqual([['both'], []]);
    expect(alternatives(at('tight', 12), () => ({ adjust: [group('smaller')], replace: [] }), judgedBy(table), 10)).toEqual([]);
  });
});
