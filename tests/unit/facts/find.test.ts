import { describe, expect, it } from 'vitest';
import { COLLECTION_NAMES } from '../../../src/facts/collections.ts';
import { FactError } from '../../../src/facts/error.ts';
import { findFact } from '../../../src/facts/find.ts';
import { nearMatches } from '../../../src/facts/near.ts';
import { loadFacts } from '../../../src/facts/registry.ts';
import { claim, good, writeFacts } from './fixture.ts';

const facts = loadFacts(writeFacts({ ...good(), 'claims/topic.json': [claim(), claim({ id: 'qwen3.5-size' })] }));

describe('findFact', () => {
  it('finds a record of each kind of id', () => {
    expect(findFact('chips/m9-10', facts).bandwidthGBps).toBe(200);
    expect(findFact('gpu-limits/24', facts).memoryGB).toBe(24);
    expect(findFact('claims/qwen3.5-size', facts).id).toBe('qwen3.5-size');
  });

  it.each([
    ['chips/m9-1', 'chips/m9-1: no such fact; did you mean chips/m9-10?'],
    ['chips/m9', 'chips/m9: no such fact; did you mean chips/m9-10?'],
    ['chips/granite', 'chips/granite: no such fact'],
    ['chips/', 'chips/: no such fact'],
    ['chips', 'chips: no such fact'],
    ['chip/m9-10', `chip/m9-10: no collection "chip"; there are ${COLLECTION_NAMES.join(', ')}`],
    ['toString/x', /^toString\/x: no collection/],
  ])('%s', (reference, message) => {
    expect(() => findFact(reference, facts)).toThrow(FactError);
    expect(() => findFact(reference, facts)).toThrow(message);
  });
});

describe('nearMatches', () => {
  it('puts the nearest first and names no more than asked', () => {
    expect(nearMatches('m4-max', ['m1-max-24', 'm4-max-40', 'm4-max-32', 'm5-max'])).toEqual(['m4-max-32', 'm4-max-40', 'm5-max']);
    expect(nearMatches('m4-max', ['m4-max-40', 'm4-max-32'], 1)).toEqual(['m4-max-32']);
  });

  it('is silent about words that are far away', () => {
    expect(nearMatches('bandwidth', ['name', 'tier'])).toEqual([]);
    expect(nearMatches('', ['name'])).toEqual([]);
  });
});
