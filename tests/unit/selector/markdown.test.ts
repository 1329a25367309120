import { describe, expect, it } from 'vitest';
import { markdown, type MarkdownTexts } from '../../../src/selector/markdown.ts';
import { ask, chosen, GiB } from './prepared.ts';

/** Codes as they are; what is tested is what is said where. */
const texts: MarkdownTexts = {
  title: ({ task, model }) => `${task} ${model}`,
  verdict: ({ verdict }) => `verdict ${verdict}`,
  heading: (heading) => heading,
  term: (key) => key,
  sizes: (parts) => parts.map((bytes) => `${(bytes / GiB).toFixed(1)}GiB`),
  machine: ({ id }) => id,
  status: ({ fit }) => fit.status,
  speed: ({ low, high }, unit) => `${low.toFixed(0)}-${high.toFixed(0)} ${unit}`,
  price: ({ price }) => (price === null ? 'no price' : `${price.amount} ${price.currency}`),
  suggestion: ({ changes, status }) => `${changes.map(({ kind }) => kind).join(' + ')}: ${status}`,
  unknown: (code) => code,
  nothing: '-',
  source: (address) => `<${address}>`,
};
const ADDRESS = 'https://example.com/spec-selector/?model=x';

describe('markdown', () => {
  it('says verdict, memory, machines and where it comes from', () => {
    const selection = chosen('chat', 'qwen3-8b', { owned: { chip: 'm2-8', memoryGB: 16 } });
    const lines = markdown(ask(selection), selection, ADDRESS, texts);
    expect(lines.slice(0, 3)).toEqual(['## chat qwen3-8b', '', 'verdict owned-comfortable']);
    expect(lines).toContain('| part | size |');
    expect(lines).toContain('| kvCache | 1.1GiB |');
    expect(lines).toContain('| overhead | 1.0GiB |');
    expect(lines.find((line) => line.startsWith('| m2-8/16 |'))).toMatch(/^\| m2-8\/16 \| comfortable \| \d+-\d+ tokens-per-second \| no price \|$/);
    expect(lines.find((line) => line.startsWith('| mac-mini-2026/m6-12/16 |'))).toContain('149800 JPY');
    expect(lines.at(-1)).toBe(`<${ADDRESS}>`);
  });

  it('names no part that weighs nothing, and the total is that of the answer', () => {
    const selection = chosen('chat', 'qwen3-8b');
    const result = ask(selection);
    const lines = markdown(result, selection, ADDRESS, texts);
    expect(lines.some((line) => line.startsWith('| recurrent'))).toBe(false);
    expect(lines).toContain(`| total | ${texts.sizes([result.need?.totalBytes ?? 0])[0]} |`);
  });

  it('lists what would help', () => {
    const selection = chosen('lora', 'qwen3-8b', { method: 'lora', owned: { chip: 'm4-pro-16', memoryGB: 24 } });
    const lines = markdown(ask(selection), selection, ADDRESS, texts);
    expect(lines).toContain('### suggestions');
    expect(lines).toContain('- method: comfortable');
  });

  it('shows the machines side by side instead, where some were chosen', () => {
    const selection = chosen('chat', 'qwen3-8b', { compare: ['mac-studio-2026/m5-max-40/64'] });
    const machines = markdown(ask(selection), selection, ADDRESS, texts).filter((line) => /^\| mac/.test(line) && !line.includes('machine'));
    expect(machines).toHaveLength(1);
  });

  it('says what is unknown', () => {
    const selection = chosen('image', 'sd3.5-medium');
    const lines = markdown(ask(selection), selection, ADDRESS, texts);
    expect(lines).toContain('- part-size-unknown:vae');
    expect(lines).not.toContain('### memory');
  });

  it('keeps cells in their table, whatever the texts hold', () => {
    const selection = chosen('chat', 'qwen3-8b');
    const lines = markdown(ask(selection), selection, ADDRESS, { ...texts, machine: () => 'a|b\nc\\' });
    expect(lines.filter((line) => line.startsWith('| a\\|b c\\\\ |')).length).toBeGreaterThan(0);
  });
});
