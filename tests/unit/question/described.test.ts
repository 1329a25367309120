import { describe, expect, it } from 'vitest';
import { askLlm, facts, refusal } from './ask.ts';

const SETTINGS = { chip: 'm4-max-40', memoryGB: 128, quant: 'q4_k_m', contextTokens: 32_768 };

/** All a record says, in place of its id. */
const figuresOf = ({
  paramsB,
  activeParamsB,
  layers,
  hiddenSize,
  intermediateSize,
  vocab,
  attentionHeads,
  tiedEmbeddings,
  moe,
  attention,
}: (typeof facts.models)[number]) => ({
  paramsB,
  activeParamsB,
  layers,
  hiddenSize,
  intermediateSize,
  vocab,
  attentionHeads,
  tiedEmbeddings,
  experts: moe?.experts,
  activeExperts: moe?.activeExperts,
  kvLayers: attention.kvLayers,
  recurrent: attention.recurrent,
});

describe('the figures of a record in place of its id', () => {
  it.each(facts.models.map((model) => ({ id: model.id, model })))('$id: the same memory beside the weights', ({ id, model }) => {
    const [known, described] = [askLlm({ ...SETTINGS, model: id }), askLlm({ ...SETTINGS, ...figuresOf(model) })];
    const beside = ({ memory }: typeof known) => [memory.computeBufferBytes, memory.kvCacheBytes, memory.recurrentStateBytes];
    expect(beside(described)).toEqual(beside(known));
    expect(described.notes).toEqual([]);
    // A size that is computed is computed alike; a known file is not.
    if (model.files.length === 0) expect(described.memory.weightsBytes).toBe(known.memory.weightsBytes);
  });

  it('are taken with what other lists compute beside them', () => {
    const recurrent = { layers: 36, convKernel: 4, dInner: 4096, nGroups: 16, dState: 128 };
    const kvLayers = [{ kind: 'full', layers: 12, kvHeads: 2, headDim: 256 }];
    const pasted = { paramsB: 80, kvLayers: [{ ...kvLayers[0], bytesPerTokenF16: 24_576 }], recurrent: { ...recurrent, bytesPerSeqF32: 79_036_416 } };
    const { memory } = askLlm(pasted);
    expect(memory).toEqual(askLlm({ paramsB: 80, kvLayers, recurrent }).memory);
    expect(memory.recurrentStateBytes).toBe(79_036_416);
  });

  it('say so where the experts are left out', () => {
    const model = facts.models.find(({ id }) => id === 'mixtral-8x7b');
    if (!model) throw new Error('no model');
    const { experts: _, activeExperts: __, intermediateSize: ___, ...silent } = figuresOf(model);
    expect(askLlm({ ...SETTINGS, ...silent }).notes).toEqual(['dimensions-assumed']);
  });

  it('say of experts alone what a token uses', () => {
    const model = facts.models.find(({ id }) => id === 'qwen3-30b-a3b');
    if (!model) throw new Error('no model');
    const { activeParamsB: _, ...silent } = figuresOf(model);
    const [stated, counted] = [askLlm({ ...SETTINGS, ...figuresOf(model) }), askLlm({ ...SETTINGS, ...silent })];
    expect(counted.decode?.mid).toBeGreaterThan(0.9 * (stated.decode?.mid ?? Infinity));
    expect(counted.decode?.mid).toBeLessThan(1.1 * (stated.decode?.mid ?? 0));
  });

  it.each([
    [{ paramsB: 8, layers: 2, kvLayers: [{ kind: 'full', layers: 36, kvHeads: 8, headDim: 128 }] }, 'layers'],
    [
      {
        paramsB: 8,
        layers: 36,
        kvLayers: [{ kind: 'full', layers: 36, kvHeads: 8, headDim: 128 }],
        recurrent: { layers: 1, convKernel: 4, dInner: 8, nGroups: 1, dState: 8 },
      },
      'layers',
    ],
    [{ model: 'qwen3-8b', weightBytes: 1 }, 'weightBytes'],
    [{ paramsB: 8, weightBytes: 9e8 }, 'weightBytes'],
    [{ paramsB: 30, experts: 128 }, 'activeExperts'],
    [{ paramsB: 30, activeExperts: 8 }, 'activeExperts'],
    [{ paramsB: 30, experts: 8, activeExperts: 8 }, 'activeExperts'],
    [{ paramsB: 30, experts: 128, activeExperts: 8 }, 'activeParamsB'],
    [{ paramsB: 30, experts: 128, activeExperts: 8, layers: 100, hiddenSize: 8192, intermediateSize: 8192 }, 'experts'],
    [{ model: 'mixtral-8x7b', experts: 8, activeExperts: 2 }, 'experts'],
  ])('%j cannot all be true', (question, field) => {
    expect(refusal(question).field).toBe(field);
  });
});
