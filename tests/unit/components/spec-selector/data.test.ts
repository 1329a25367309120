import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { DEFAULT_STATE } from '../../../../src/advisor/query.ts';
import { answer } from '../../../../src/advisor/select.ts';
import { selectorData } from '../../../../src/components/spec-selector/data.ts';
import { loadFacts } from '../../../../src/facts/registry.ts';

const facts = loadFacts();

describe.each(['ja', 'en'] as const)('what travels to the browser (%s)', (locale) => {
  const data = selectorData(locale);

  test('is small', () => {
    expect(brotliCompressSync(JSON.stringify(data)).length).toBeLessThan(10_000);
  });

  test.each(['the usual', 'the longest'])('gives the same answers as the whole facts for %s context', (context) => {
    for (const [index, model] of facts.models.entries()) {
      for (const [at, quantization] of facts.quantizations.entries()) {
        const sent = { model: data.models[index], quantization: data.quantizations[at] };
        if (!sent.model || !sent.quantization) throw new Error('a record is missing');
        const request = {
          model,
          quantization,
          known: facts.quantizations,
          contextTokens: context === 'the longest' ? model.contextMax : DEFAULT_STATE.contextTokens,
          macos: 'current' as const,
          gpuLimits: facts.gpuLimits,
        };
        const trimmed = { ...request, model: sent.model, quantization: sent.quantization, known: data.quantizations, gpuLimits: data.gpuLimits };
        expect(answer(trimmed)).toEqual(answer(request));
      }
    }
  });

  test('names Macs on sale only, each once per size, and prices in one currency with their configuration and date', () => {
    const onSale = facts.macs.filter((mac) => mac.onSale).map(({ name }) => name[locale]);
    for (const offers of Object.values(data.macs)) {
      expect(new Set(offers.map(({ name }) => name)).size).toBe(offers.length);
      for (const { name, price, config, asOf } of offers) {
        expect(onSale).toContain(name);
        if (price === undefined) continue;
        expect(price).toMatch(locale === 'ja' ? /^[\d,]+円$/ : /^\$[\d,]+$/);
        expect(config).toBeTruthy();
        expect(asOf).toMatch(/\d{4}/);
      }
    }
  });
});
