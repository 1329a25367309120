import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../../src/selector/estimate.ts';
import { estimateFor } from '../../../src/selector/need.ts';
import { chosen, GiB, MiB, prepared } from './prepared.ts';

const MARGIN = GiB - 128 * MiB;

const known = (...asked: Parameters<typeof chosen>): Estimate => {
  const found = estimateFor(chosen(...asked), prepared);
  if (!found.known) throw new Error(found.unknown.join());
  return found;
};

const term = ({ need }: Estimate, key: string): number => need.terms.find((one) => one.key === key)?.bytes ?? Number.NaN;

describe('need', () => {
  it('is the same for bar and verdict, for every kind: the terms hold the room to keep free, the bare need does not', () => {
    for (const task of ['chat', 'image', 'speech', 'embedding', 'lora', 'training'] as const) {
      const found = known(task);
      expect(found.need.terms.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(found.need.totalBytes);
      expect(found.need.totalBytes - found.bare.totalBytes).toBe(MARGIN);
      expect(found.need.weightsBytes).toBe(found.bare.weightsBytes);
    }
  });

  it('counts weights and room for files on the SSD', () => {
    const found = known('chat', 'qwen3-8b', { diskGB: 100 });
    expect(found.need.diskBytes).toBe(found.need.weightsBytes + 100e9);
    // Full training starts from the published 16-bit files, not from the 32-bit copies in memory.
    expect(known('training', 'llama-3.2-1b', { method: 'full-amp' }).need.diskBytes).toBe(1.2358e9 * 2);
  });

  describe('language models', () => {
    it('Qwen3 8B at 8,192 tokens', () => {
      const found = known('chat', 'qwen3-8b', { contextTokens: 8192 });
      // 36 layers × 8 heads × 128 × (keys + values) × 2 bytes × tokens
      expect(term(found, 'kvCache')).toBe(36 * 8 * 128 * 2 * 2 * 8192);
      // Logits of a micro batch of 512: 4 bytes × (vocabulary + hidden size)
      expect(term(found, 'compute')).toBe(512 * 4 * (151_936 + 4096));
      expect(term(found, 'overhead')).toBe(GiB);
      expect(found.need.notes).toContain('weights-file');
      expect(found.need.kvTerms).toMatchObject([{ kind: 'full', layers: 36, cells: 8192 }]);
    });

    it('the cache follows its type and the conversations', () => {
      const one = known('chat', 'qwen3-8b');
      const four = known('chat', 'qwen3-8b', { sequences: 4, cacheType: 'q8_0' });
      expect(term(four, 'kvCache')).toBe(term(one, 'kvCache') * 4 * (34 / 64));
    });

    it('an own model of 8B with 32 layers', () => {
      const own = { paramsB: 8, activeParamsB: null, layers: 32, kvHeads: 8, headDim: 128 };
      const found = known('chat', 'own', { own, contextTokens: 8192 });
      expect(term(found, 'kvCache')).toBe(GiB);
      expect(found.need.weightsBytes).toBe((8e9 * 4.8944) / 8);
      expect(found.need.notes).toContain('dimensions-assumed');
    });

    it('an own mixture of experts weighs all and reads the active part', () => {
      const own = { paramsB: 30, activeParamsB: 3, layers: 48, kvHeads: 4, headDim: 128 };
      const m4 = prepared.machine('m4-max-40', 64);
      const dense = known('chat', 'own', { own: { ...own, activeParamsB: null } });
      const experts = known('chat', 'own', { own });
      expect(experts.need.weightsBytes).toBe(dense.need.weightsBytes);
      expect(experts.speedOn(m4).speed?.mid).toBeGreaterThan(3 * (dense.speedOn(m4).speed?.mid ?? Infinity));
      // As many active as there are is a dense model, whatever the field says.
      expect(known('chat', 'own', { own: { ...own, activeParamsB: 30 } }).need).toEqual(dense.need);
    });

    it('decode stays below what the memory can be read at, and a prompt of the context takes its tokens over the prefill speed', () => {
      const found = known('chat', 'qwen3-8b', { contextTokens: 8192 });
      const { speed, prefill, timeToFirstToken } = found.speedOn(prepared.machine('m2-8', 16));
      expect(speed?.high).toBeLessThan(100e9 / found.need.weightsBytes);
      expect(speed?.low).toBeGreaterThan(5);
      expect(timeToFirstToken?.mid).toBeCloseTo(8192 / (prefill?.mid ?? 0), 6);
      expect(timeToFirstToken?.low).toBeCloseTo(8192 / (prefill?.high ?? 0), 6);
    });

    it('says how far such estimates have been off, and where a generation was never measured', () => {
      const { dense, small, experts } = prepared.data.decodeError;
      const on = (model: string, chip: string) => known('chat', model).speedOn(prepared.machine(chip, 16));
      expect(on('qwen3-8b', 'm4-10')).toMatchObject({ speedError: dense, generationMeasured: true });
      expect(on('qwen3-0.6b', 'm4-10').speedError).toBe(small);
      expect(on('qwen3-30b-a3b', 'm6-12')).toMatchObject({ speedError: experts, generationMeasured: false });
    });
  });

  it('images: a range of images a minute from the seconds an image takes, ends exchanged', () => {
    const found = known('image', 'sdxl-1.0', { quant: 'f16', imagePx: 1024, steps: 20 });
    const { speed } = found.speedOn(prepared.machine('m4-pro-16', 24));
    expect(speed?.low).toBeLessThan(speed?.mid ?? 0);
    expect(speed?.mid).toBeLessThan(speed?.high ?? 0);
    const half = known('image', 'sdxl-1.0', { quant: 'f16', imagePx: 1024, steps: 10 }).speedOn(prepared.machine('m4-pro-16', 24));
    // Nearly: the start of an image takes its time however few steps there are.
    expect((half.speed?.low ?? 0) / (speed?.low ?? 1)).toBeGreaterThan(1.8);
    expect(half.speed?.low).toBeLessThan(2 * (speed?.low ?? 0));
    // (2.6 + 0.817) × 10^9 parameters of 2 bytes and the decoder
    expect(found.need.weightsBytes / ((2_600_000_000 + 817_000_000 + 83_653_863) * 2)).toBeCloseTo(1, 3);
  });

  it('images: names the parts nobody published', () => {
    expect(estimateFor(chosen('image', 'sd3.5-medium'), prepared)).toEqual({
      known: false,
      unknown: ['part-size-unknown:denoiser', 'part-size-unknown:textEncoder', 'part-size-unknown:vae'],
    });
  });

  it('speech: the file of Whisper large, and faster than the sound on any chip', () => {
    const found = known('speech', 'whisper-large-v3', { quant: 'f16' });
    expect(found.need.weightsBytes / (2970 * MiB)).toBeCloseTo(1, 3);
    expect(found.speedOn(prepared.machine('m1-8', 8)).speed?.low).toBeGreaterThan(1);
  });

  it('embeddings: tokens of text, none where the model is tiny, and no text longer than the model reads', () => {
    const found = known('embedding', 'bge-m3');
    expect(found.unit).toBe('text-tokens-per-second');
    expect(found.speedOn(prepared.machine('m4-10', 16)).speed?.low).toBeGreaterThan(0);
    expect(known('embedding', 'ruri-v3-30m').speedOn(prepared.machine('m4-10', 16)).speed).toBeNull();
    const tooLong = estimateFor({ ...chosen('embedding', 'multilingual-e5-large'), sequenceTokens: 513 }, prepared);
    expect(tooLong).toEqual({ known: false, unknown: ['beyond-model:sequenceTokens'] });
  });

  it('training: 16 bit beside adapters with LoRA, the format chosen with QLoRA, 18 bytes a parameter in full', () => {
    const params = 8.1907e9;
    const lora = known('lora', 'qwen3-8b', { method: 'lora' });
    const qlora = known('lora', 'qwen3-8b', { method: 'qlora', quant: 'mlx-4bit' });
    const full = known('training', 'qwen3-8b', { method: 'full-amp' });
    expect(lora.need.weightsBytes).toBe(params * 2);
    expect(qlora.need.weightsBytes).toBe(Math.ceil((params * 4.5) / 8));
    expect(['weights', 'gradients', 'optimizer'].reduce((sum, key) => sum + term(full, key), 0)).toBeCloseTo(params * 18, -1);
  });

  it('says which id is not listed, for every kind', () => {
    for (const task of ['chat', 'image', 'speech', 'embedding', 'lora'] as const) {
      expect(estimateFor({ ...chosen(task), model: 'no-such-model' }, prepared)).toEqual({ known: false, unknown: ['not-listed:model'] });
      expect(estimateFor({ ...chosen(task), quant: 'no-such-format' }, prepared)).toEqual({ known: false, unknown: ['not-listed:model'] });
    }
  });

  it('knows no speed of a chip that is not listed', () => {
    for (const task of ['chat', 'image', 'speech', 'lora'] as const) expect(known(task).speedOn(prepared.machine('m99', 16)).speed).toBeNull();
  });
});
