import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { withDefinitions } from '../../../src/glossary/with-definitions.ts';

const define = (html: string) => {
  const root = parse(withDefinitions(html, { locale: 'ja', most: 8 }));
  const definitions = root.querySelector('.definitions');
  definitions?.remove();
  return { root, definitions };
};

test('brackets and marks stay on the line of the term they belong to, and the text is unchanged', () => {
  const { root, definitions } = define('<p>音声はGPUを空けて動きます（Neural Engine）。次の文です。</p>');
  expect(root.text).toBe('音声はGPUを空けて動きます（Neural Engine）。次の文です。');
  const held = root.querySelectorAll('span.unbroken').find((span) => span.text.includes('Neural Engine'));
  expect(held?.text).toBe('（Neural Engine）。');
  expect(held?.querySelector('button.term')?.text).toBe('Neural Engine');
  const target = held?.querySelector('button')?.getAttribute('popovertarget') ?? '';
  expect(definitions?.querySelector(`[id="${target}"][popover]`)).not.toBeNull();
});

test('a term between words needs no span', () => {
  const { root } = define('<p>すべてユニファイドメモリが決めます</p>');
  expect(root.querySelectorAll('button.term').map(({ text }) => text)).toEqual(['ユニファイドメモリ']);
  expect(root.querySelector('span.unbroken')).toBeNull();
});

test('text without a term stays as it is', () => {
  expect(withDefinitions('<p>短い文です。</p>', { locale: 'ja', most: 8 })).toBe('<p>短い文です。</p>');
});
