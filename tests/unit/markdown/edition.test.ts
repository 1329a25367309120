import { describe, expect, it } from 'vitest';
import { findFact } from '../../../src/facts/find.ts';
import { numberSources } from '../../../src/facts/page-sources.ts';
import { markdownEdition } from '../../../src/markdown/edition.ts';

const edition = (body: string) =>
  markdownEdition({
    locale: 'ja',
    title: '題',
    description: '説明',
    body,
    sources: numberSources(body),
    url: 'https://example.com/x/',
    verified: '2026-11-20',
    resolve: (path) => `https://example.com${path}`,
  });

describe('markdownEdition', () => {
  it('prints facts as values, citations as numbers and their sources at the end', () => {
    const record = findFact('chips/m4-max-40');
    const text = edition('帯域幅は<Fact of="chips/m4-max-40" field="bandwidthGBps" />です。<Cite of="chips/m4-max-40" />');
    expect(text).toContain('帯域幅は546GB/sです。[1]');
    expect(text).toContain('## 出典\n\n1. ');
    for (const { url } of record.sources) expect(text).toContain(url);
  });
  it('turns links into full addresses, drops heading ids, and keeps code as it is', () => {
    const text = edition(
      '## 見出し {#heading}\n\n[CUDA](/cuda/#why)と<ToolLink to="/spec-selector/?model=qwen3-8b">診断</ToolLink>。\n\n```mdx\n<Fact of="x" />\n```',
    );
    expect(text).toContain('## 見出し\n\n[CUDA]');
    expect(text).toContain('[CUDA](https://example.com/cuda/#why)と[診断](https://example.com/spec-selector/?model=qwen3-8b)。');
    expect(text).toContain('```mdx\n<Fact of="x" />\n```');
  });
  it('names a figure by a link to the page', () => {
    expect(edition('<BandwidthLadder />')).toContain('[図と表はページで見る](https://example.com/x/)');
  });
  it('keeps the steps of a flow and the values of bars as lists', () => {
    expect(edition('<Flow id="fig-x" title="順番" caption="説明です。">\n\n1. **a** x\n2. b\n\n</Flow>')).toContain(
      '**順番**\n\n説明です。\n\n1. **a** x\n2. b\n',
    );
    expect(
      edition('<ClaimBars id="fig-x" title="比較" caption="説明です。" of="claims/training-bytes-lora claims/training-bytes-qlora" labels="LoRA|QLoRA" />'),
    ).toContain('**比較**\n\n- LoRA：2バイト/パラメータ\n- QLoRA：0.5バイト/パラメータ\n\n説明です。 [図と表はページで見る](https://example.com/x/)');
  });
});
