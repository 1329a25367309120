import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { embeddingMemory, EMBEDDING_TERM_KEYS, type EmbeddingRequest } from '../../../src/advisor/embedding/memory.ts';
import { embeddingSpeed } from '../../../src/advisor/embedding/speed.ts';
import { loadFacts } from '../../../src/facts/registry.ts';

const models = loadFacts().embeddingModels;
const anyRequest = fc.record({
  model: fc.constantFrom(...models),
  bits: fc.constantFrom(4.5, 8.5, 16, 32),
  batch: fc.integer({ min: 1, max: 256 }),
  sequenceTokens: fc.integer({ min: 1, max: 512 }),
  flashAttention: fc.boolean(),
});
const need = (request: EmbeddingRequest) => {
  const memory = embeddingMemory(request);
  if (!memory.known) throw new Error(`${request.model.id}: ${memory.reason}`);
  return memory;
};

describe('memory of embedding models', () => {
  test('the parts are whole bytes, not negative, and sum to the total', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { terms, totalBytes } = need(request);
        expect(terms.map(({ key }) => key)).toEqual([...EMBEDDING_TERM_KEYS]);
        for (const { bytes } of terms) expect(Number.isSafeInteger(bytes) && bytes >= 0).toBe(true);
        expect(terms.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(totalBytes);
      }),
    );
  });

  test('more texts, longer texts, more bits, and no flash attention never need less', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const { totalBytes } = need(request);
        expect(need({ ...request, batch: request.batch + 1 }).totalBytes).toBeGreaterThanOrEqual(totalBytes);
        expect(need({ ...request, sequenceTokens: Math.max(1, request.sequenceTokens - 1) }).totalBytes).toBeLessThanOrEqual(totalBytes);
        expect(need({ ...request, bits: request.bits + 1 }).totalBytes).toBeGreaterThanOrEqual(totalBytes);
        expect(need({ ...request, flashAttention: false }).totalBytes).toBeGreaterThanOrEqual(totalBytes);
      }),
    );
  });

  test('a text longer than the model can read is refused', () => {
    const model = models.find(({ id }) => id === 'multilingual-e5-large');
    if (model === undefined) throw new Error('facts changed');
    expect(embeddingMemory({ model, batch: 1, sequenceTokens: 513 })).toEqual({ known: false, reason: 'beyond-model', missing: ['sequenceTokens'] });
  });
});

test('the speed of embeddings is not known, and says so', () => {
  for (const model of models) expect(embeddingSpeed(model)).toEqual({ known: false, reason: 'no-measurement', missing: [model.id] });
});
