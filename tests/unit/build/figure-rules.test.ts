import { describe, expect, it } from 'vitest';
import { checkFigures } from '../../../src/build/figure-rules.ts';

const problems = (text: string) => checkFigures({ file: 'content/articles/ja/x.mdx', locale: 'ja', slug: 'x', text });
const flow = (body: string) => problems(`<Flow id="fig-x" title="題" caption="説明">\n\n${body}\n\n</Flow>`);

describe('checkFigures', () => {
  it('accepts figures as they are meant', () => {
    expect(
      problems(
        '<BandwidthLadder />\n\n<ClaimBars id="fig-x" title="題" caption="説明" of="claims/training-bytes-lora claims/training-bytes-qlora" labels="LoRA|QLoRA" />',
      ),
    ).toEqual([]);
    expect(flow('1. **a** `x`\n2. [b](/b/)<Cite of="claims/mps-fallback" />\n   と続きます。')).toEqual([]);
  });
  it('leaves tags alone that are no figures, and code', () => {
    expect(problems('<Callout kind="note">x</Callout>\n\n`<Flow>`')).toEqual([]);
  });
  it.each([
    ['<Flow id="fig-x" title="題">\n\n1. a\n2. b\n\n</Flow>', '<Flow>: the attribute "caption" is missing'],
    ['<Flow id="図" title="題" caption="説明">\n\n1. a\n2. b\n\n</Flow>', '<Flow>: id "図": use lower-case ascii letters, digits and hyphens'],
    ['<Flow id="fig-x" title="題" caption="説明" />', '<Flow>: needs an ordered list before </Flow>'],
    ['<MemoryBudget model="qwen3-8bb" />', '<MemoryBudget>: models/qwen3-8bb: no such fact; did you mean models/qwen3-8b'],
    [
      '<ClaimBars id="fig-x" title="題" caption="説明" of="claims/training-bytes-lora claims/mps-ops-public" labels="a|b" />',
      '<ClaimBars>: claims/mps-ops-public: is in count, but claims/training-bytes-lora in bytes/parameter: bars need one unit',
    ],
  ])('locates %j', (text, problem) => {
    expect(problems(`本文\n\n${text}`)).toEqual([expect.stringContaining(`content/articles/ja/x.mdx:3: ${problem}`)]);
  });
  it('wants an ordered list of two to nine steps in a flow, and nothing else', () => {
    expect(flow('1. a')[0]).toMatch(/takes 2 to 9 steps, found 1$/);
    expect(flow('- a\n- b')[0]).toMatch(/takes an ordered list only, found "- a"$/);
    expect(flow('はじめに\n\n1. a\n2. b')[0]).toMatch(/found "はじめに"$/);
  });
});
