import fc from 'fast-check';
import { isOffered } from '../../../src/advisor/weights.ts';
import { loadFacts } from '../../../src/facts/registry.ts';

/** The real facts: the properties must hold for what the site publishes, not for made-up models. */
export const facts = loadFacts();

export const anyModel = fc.constantFrom(...facts.models);
export const anyEra = fc.constantFrom('legacy' as const, 'current' as const);
export const anyCacheType = fc.constantFrom('f16' as const, 'q8_0' as const, 'q4_0' as const);

/** A model with one of the quantizations it comes in. */
export const anyPair = anyModel.chain((model) =>
  fc.constantFrom(...facts.quantizations.filter((quantization) => isOffered(model, quantization))).map((quantization) => ({ model, quantization })),
);

/** A model, a quantization it comes in and a context it can hold. */
export const anyRequest = anyPair.chain(({ model, quantization }) =>
  fc.record({
    model: fc.constant(model),
    quantization: fc.constant(quantization),
    known: fc.constant(facts.quantizations),
    contextTokens: fc.integer({ min: 512, max: model.contextMax }),
    sequences: fc.integer({ min: 1, max: 8 }),
    cacheType: anyCacheType,
    flashAttention: fc.boolean(),
  }),
);
