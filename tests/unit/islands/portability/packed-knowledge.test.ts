import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../../../../src/build/portability-knowledge.ts';
import { loadFacts } from '../../../../src/facts/registry.ts';
import { packKnowledge, unpackKnowledge } from '../../../../src/islands/portability/packed-knowledge.ts';

describe('what the checker knows', () => {
  const known = knowledgeOf(loadFacts());
  const packed = JSON.stringify(packKnowledge(known));
  it('comes back whole from its packing', () => {
    expect(unpackKnowledge(JSON.parse(packed))).toEqual(JSON.parse(JSON.stringify(known)));
  });
  it('is smaller packed, and holds no words', () => {
    expect(packed.length).toBeLessThan(JSON.stringify(known).length * 0.9);
    expect(/"(?:reason|why|instead|title|sources)":/.test(packed)).toBe(false);
  });
});
