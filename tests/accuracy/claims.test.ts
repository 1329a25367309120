import { describe, expect, test } from 'vitest';
import { loadFacts } from '../../src/facts/registry.ts';
import { isEstimate, staleEstimates } from '../../src/question/claim-estimates.ts';
import { contextOf } from '../../src/question/context.ts';
import type { Claim } from '../../src/schemas/claim.ts';

/**
 * Articles print estimates of this site as claims. Each is asked again: after a calibration, or a change of a formula, a claim that prints
 * an older answer fails with the new one. Then claim and articles are mended, in both languages.
 */
const facts = loadFacts();
const context = contextOf(facts);
const estimated = facts.claims.filter(({ estimates }) => estimates !== undefined);

/** Claims that speak of an estimate the command has no answer to, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'small-bert-memory': 'BERT is an encoder, and `training` knows language models only: a sum of two sourced formulas and the margin',
};

describe('estimates in claims', () => {
  test.each(estimated.map((claim) => ({ id: claim.id, claim })))('$id prints what the command answers', ({ claim }) => {
    expect(staleEstimates(claim, context)).toEqual([]);
  });

  test('whoever prints an estimate says how it was asked for', () => {
    const silent = facts.claims.filter((claim) => isEstimate(claim) && claim.estimates === undefined && !(claim.id in EXCEPTIONS));
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('exceptions exist, and are needed', () => {
    const needed = facts.claims.filter((claim) => isEstimate(claim) && claim.estimates === undefined).map(({ id }) => id);
    expect(Object.keys(EXCEPTIONS).filter((id) => !needed.includes(id))).toEqual([]);
  });
});

describe('the test itself', () => {
  const question = { model: 'qwen3-8b', quant: 'q4_k_m', contextTokens: 8192 };
  const claimOf = (shown: number, ja: string, en = ja, more: Partial<Claim> = {}): Claim => ({
    id: 'canary',
    text: { ja, en },
    estimates: [{ question, result: 'needBytes', shown, unit: 'GiB' }],
    sources: [{ url: 'https://example.com/', title: 'Example', asOf: '2026', access: 'read' }],
    verified: '2026-11-21',
    ...more,
  });

  test('accepts the right figure, as exact as it is written', () => {
    expect(staleEstimates(claimOf(7.1, '7.1GiB'), context)).toEqual([]);
    expect(staleEstimates(claimOf(7, '約7GiB'), context)).toEqual([]);
    expect(staleEstimates(claimOf(7, '7.0GiB'), context)).toHaveLength(1);
  });

  test('names claim, question and both figures of a wrong one', () => {
    const [problem, ...more] = staleEstimates(claimOf(7.4, '7.4GiB'), context);
    expect(more).toEqual([]);
    expect(problem).toMatch(/^claims\/canary: prints 7\.4 GiB, but needBytes of \{"model":"qwen3-8b".*\} is 7\.\d+ GiB$/);
  });

  test('wants the figure in both texts, whole', () => {
    expect(staleEstimates(claimOf(7.1, '7.1GiB', '17.1GiB, 7.10.1 and M7.1'), context)).toEqual([expect.stringMatching(/^claims\/canary: 7\.1 .* en text$/)]);
  });

  test('wants the value to be one of the figures', () => {
    expect(staleEstimates(claimOf(7.1, '7.1GiB', '7.1GiB', { value: 7.2, unit: 'GiB' }), context)).toEqual([
      'claims/canary: the value 7.2 is none of the estimates',
    ]);
  });

  test('passes on why a question has no answer', () => {
    const estimates: Claim['estimates'] = [{ question: { model: 'no-such' }, result: 'decode', shown: 7.1, unit: 'tokens/s' }];
    expect(staleEstimates(claimOf(7.1, '7.1', '7.1', { estimates }), context)[0]).toContain('no model "no-such"');
    const noSpeed: Claim['estimates'] = [{ question, result: 'decode', shown: 7.1, unit: 'tokens/s' }];
    expect(staleEstimates(claimOf(7.1, '7.1', '7.1', { estimates: noSpeed }), context)[0]).toContain('the answer has none in tokens/s');
  });

  test('knows an estimate by its words', () => {
    const says = (ja: string, en = '') => isEstimate(claimOf(1, ja, en));
    expect(says('計算値（このサイトの見積もり）：毎秒19トークン。')).toBe(true);
    expect(says('計算値：推定は毎秒19トークン。')).toBe(true);
    expect(says('計算値：余裕1GiBを含めて7.1GiB。')).toBe(true);
    expect(says('', 'Computed with this site’s estimate')).toBe(true);
    expect(says('LLaMA-Factoryの見積もりでは7Bで6GB。')).toBe(false);
    expect(says('計算値：19.8 ÷ 2 = 9.9GB。')).toBe(false);
  });
});
