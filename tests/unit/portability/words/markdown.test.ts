import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeBlock, codeSpan, diffLines, escaped } from '../../../../src/portability/words/markdown-parts.ts';
import { reportMarkdown } from '../../../../src/portability/words/markdown.ts';
import { reportText } from '../../../../src/portability/words/text.ts';
import { stretches } from '../../../../src/portability/words/inline.ts';
import { pasted, wordsOf } from './known.ts';
import { codeFinding, packageFinding, report } from './report.ts';

const en = wordsOf('en');

describe('Markdown', () => {
  it('fences source with more backticks than it holds', () => {
    expect(codeSpan('a `b` c')).toBe('``a `b` c``');
    expect(codeSpan('`')).toBe('`` ` ``');
    expect(codeBlock('py', ['```', 'x'])).toEqual(['````py', '```', 'x', '````']);
  });
  it('keeps source on one line within a sentence', () => {
    expect(codeSpan('a\r\n  b')).toBe('`a b`');
  });
  it('takes names for words, not for marks', () => {
    expect(escaped('<b>*x*</b> [a](b) `c`')).toBe('\\<b\\>\\*x\\*\\</b\\> \\[a\\](b) \\`c\\`');
  });
  it('marks what goes and what comes', () => {
    expect(diffLines('a\nb', '')).toEqual(['- a', '- b']);
    expect(diffLines('a', 'b')).toEqual(['- a', '+ b']);
  });
  it('of a report shows the change, the reason and the sources of a package', () => {
    const said = reportMarkdown(pasted('flash-attn==2.6.3\ntorch\n'), en);
    expect(said).toContain('```diff\n- flash-attn==2.6.3\n```');
    expect(said).toMatch(/^# .*Runs with changes/);
    expect(said).toMatch(/\[Dao-AILab\/flash-attention[^\]]*\]\(https:\/\//);
  });
  it('never lets input out of its fence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const said = reportMarkdown(
          report({
            packages: [packageFinding('x', { id: null, name: text })],
            code: [
              { pattern: 'p', severity: 'error', effect: 'changes', findings: [codeFinding('p', { snippet: text, diff: { before: text, after: text } })] },
            ],
          }),
          en,
        );
        expect(said).not.toMatch(/^\s*<script/m);
        const fences = said.split('\n').filter((line) => /^\s*`{3,}/.test(line));
        expect(fences.length % 2).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('plain text', () => {
  it('says verdict, plan and places', () => {
    const said = reportText(pasted('import torch\nx = torch.zeros(1).cuda()\n'), en);
    expect(said).toMatch(/^◇ Runs with changes: /);
    expect(said).toContain('pasted text:2');
    expect(said).toContain('+ x = torch.zeros(1).to(device)');
  });
});

describe('a text of the facts', () => {
  it('is split at its backticks', () => {
    expect(stretches('a `b` c')).toEqual([
      { text: 'a ', isCode: false },
      { text: 'b', isCode: true },
      { text: ' c', isCode: false },
    ]);
    expect(stretches('a ` b').map(({ text }) => text)).toEqual(['a ` b']);
  });
});
