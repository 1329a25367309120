import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIT_STATUSES, type FitStatus } from '../../../src/advisor/budget.ts';
import { hasModel, hasQuantization, contextLimits, sequenceLimits } from '../../../src/selector/catalog.ts';
import { isWithin } from '../../../src/selector/limits.ts';
import type { SelectorResult, Suggestion } from '../../../src/selector/result.ts';
import { KIND_OF, type Selection } from '../../../src/selector/selection.ts';
import { hasMethod } from '../../../src/selector/transition.ts';
import { ask, chosen, prepared } from './prepared.ts';
import { selections } from './selections.ts';

const rank = (status: FitStatus): number => FIT_STATUSES.indexOf(status);

/** The status after a suggestion was taken, of the machine it names. */
const statusAfter = (selection: Selection, { suggestionsFor }: SelectorResult, { apply, changes }: Suggestion): FitStatus | undefined => {
  const next = { ...selection, ...apply };
  const named = changes.find(({ kind }) => kind === 'relax-limits')?.values.id;
  if (named !== undefined) {
    const [view] = ask({ ...next, compare: [String(named)] }).compared;
    expect(view?.exclusions).toEqual([]);
    return view?.fit.status;
  }
  if (next.owned !== null) return ask(next).owned?.fit.status;
  return ask({ ...next, compare: [suggestionsFor?.id ?? ''] }).compared[0]?.fit.status;
};

const kinds = ({ suggestions }: SelectorResult): string[] => suggestions.map(({ changes }) => changes.map(({ kind }) => kind).join('+'));

describe('suggestions', () => {
  it('lead where they say, to something valid, for every selection', () => {
    let tried = 0;
    fc.assert(
      fc.property(selections, (selection) => {
        const result = ask(selection);
        for (const suggestion of result.suggestions) {
          tried += 1;
          expect(statusAfter(selection, result, suggestion)).toBe(suggestion.status);
          const next = { ...selection, ...suggestion.apply };
          const kind = KIND_OF[next.task];
          expect(hasModel(kind, next.model, prepared.catalog)).toBe(true);
          expect(hasQuantization(kind, next.model, next.quant, prepared.catalog)).toBe(true);
          expect(hasMethod(next.task, next.method)).toBe(true);
          if (kind === 'llm') expect(isWithin(next.contextTokens, contextLimits(kind, next.model, prepared.catalog))).toBe(true);
          if (kind === 'embedding' || kind === 'training') expect(isWithin(next.sequenceTokens, sequenceLimits(kind, next.model, prepared.catalog))).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
    expect(tried).toBeGreaterThan(100);
  });

  it('better something on the machine they are for', () => {
    fc.assert(
      fc.property(selections, (selection) => {
        const { suggestions, suggestionsFor } = ask(selection);
        for (const { status, changes } of suggestions) {
          if (changes.some(({ kind }) => kind === 'relax-limits')) continue;
          expect(rank(status)).toBeLessThan(rank(suggestionsFor?.fit.status ?? 'comfortable'));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('none where nothing needs help', () => {
    expect(ask(chosen('chat', 'qwen3-8b', { owned: { chip: 'm4-10', memoryGB: 16 } }))).toMatchObject({ suggestions: [], suggestionsFor: null });
    expect(ask(chosen('chat', 'qwen3-8b')).suggestions).toEqual([]);
  });

  it('language models: what the advisor knows, as changes of the selection', () => {
    const owned = { chip: 'm4-max-32', memoryGB: 36 };
    const result = ask(chosen('chat', 'qwen3-32b', { owned, contextTokens: 32_768, otherAppsGB: 8 }));
    expect(kinds(result)).toContain('close-apps');
    expect(result.suggestions.find(({ changes }) => changes[0]?.kind === 'close-apps')?.apply).toEqual({ otherAppsGB: 0 });
    expect(kinds(result)).toContain('model');
  });

  it('language models: the setting with its value', () => {
    const result = ask(chosen('chat', 'llama-3.3-70b', { quant: 'q5_k_m', owned: { chip: 'm1-max-32', memoryGB: 64 }, macos: 'legacy' }));
    expect(result.verdict).toBe('owned-needs-setting');
    const setting = result.suggestions.find(({ changes }) => changes[0]?.kind === 'raise-limit');
    expect(setting?.apply.wiredLimitMiB).toBe(result.owned?.fit.wiredLimitMiB);
    expect(['fits', 'comfortable', 'tight']).toContain(setting?.status);
  });

  it('images: a smaller format, a smaller image, a lighter model', () => {
    const result = ask(chosen('image', 'flux.1-dev', { quant: 'f16', imagePx: 2048, owned: { chip: 'm4-10', memoryGB: 24 } }));
    expect(result.verdict).toBe('owned-no');
    expect(kinds(result).join(' ')).toMatch(/quantization/);
    expect(kinds(result)).toContain('model');
    const large = ask(chosen('image', 'sdxl-1.0', { quant: 'mlx-4bit', imagePx: 4096, owned: { chip: 'm4-10', memoryGB: 24 } }));
    expect(kinds(large)).toContain('smaller-image');
  });

  it('speech and embeddings: smaller formats, smaller batches', () => {
    expect(kinds(ask(chosen('speech', 'whisper-large-v3', { quant: 'f16', otherAppsGB: 1, owned: { chip: 'm2-8', memoryGB: 8 } })))).toContain('quantization');
    expect(kinds(ask(chosen('embedding', 'qwen3-embedding-8b', { batch: 256, sequenceTokens: 4096, owned: { chip: 'm4-10', memoryGB: 32 } })))).toContain(
      'batch',
    );
  });

  it('training: a smaller batch, a lighter method, shorter examples', () => {
    const owned = { chip: 'm4-pro-16', memoryGB: 24 };
    expect(kinds(ask(chosen('lora', 'qwen3-8b', { owned, batch: 8 })))).toContain('batch');
    const full = ask(chosen('training', 'llama-3.2-1b', { method: 'full-amp', owned }));
    expect(kinds(full)).toContain('method');
    const adapters = ask(chosen('training', 'llama-3.1-8b', { owned })).suggestions.find(({ apply }) => apply.method === 'lora' || apply.method === 'qlora');
    expect(adapters?.apply).toMatchObject({ task: 'lora' });
  });

  it('a bigger Mac for who has one that does not do it, within the limits', () => {
    const result = ask(chosen('chat', 'gpt-oss-120b', { owned: { chip: 'm4-10', memoryGB: 16 }, form: 'desk', currency: 'USD', maxPrice: 6000 }));
    const bigger = result.suggestions.find(({ changes }) => changes[0]?.kind === 'bigger-mac');
    expect(bigger?.changes[0]?.values.id).toBe(result.better);
    expect(bigger?.apply.owned).toBeDefined();
  });

  it('nothing but the cloud is left where no change and no Mac helps', () => {
    const result = ask(
      chosen('training', 'own', { own: { paramsB: 2000, activeParamsB: null, layers: 100, kvHeads: 8, headDim: 128 }, owned: { chip: 'm2-8', memoryGB: 8 } }),
    );
    expect(result).toMatchObject({ verdict: 'owned-no', suggestions: [], cloud: true, candidateCount: 0 });
  });
});
