import { describe, expect, it } from 'vitest';
import { QuestionError } from '../../../src/question/error.ts';
import { FLAGS, parseFlags } from '../../../src/question/flags.ts';
import { HELP } from '../../../src/question/help.ts';
import { NOTES } from '../../../src/question/notes.ts';

const asked = (...args: string[]): unknown => parseFlags(args).question;

const complaint = (...args: string[]): string => {
  try {
    parseFlags(args);
  } catch (error) {
    if (error instanceof QuestionError) return error.message;
    throw error;
  }
  return 'none';
};

describe('flags', () => {
  it('stand for the fields of a question, each by its kind', () => {
    expect(asked('--chip', 'm4-max-40', '--memory-gb', '64', '--macos', '15.7', '--other-apps-gb', '.5', '--wired-limit-mib=50000')).toEqual({
      chip: 'm4-max-40',
      memoryGB: 64,
      macOS: 15.7,
      otherAppsGB: 0.5,
      wiredLimitMiB: 50_000,
    });
    expect(asked('--memoryGB', '64', '--budgetJPY', '3e5', '--cacheTypeK', 'q8_0')).toEqual({ memoryGB: 64, budgetJPY: 300_000, cacheTypeK: 'q8_0' });
    expect(asked('--model', '123')).toEqual({ model: '123' });
  });

  it('are on, or off with --no', () => {
    expect(asked('--recommend', '--no-portable', '--no-flash-attention')).toEqual({ recommend: true, portable: false, flashAttention: false });
  });

  it('hold lists and objects as JSON', () => {
    expect(asked('--kv-layers', '[{"kind":"full","layers":2,"kvHeads":1,"headDim":64}]', '--recurrent', 'null')).toEqual({
      kvLayers: [{ kind: 'full', layers: 2, kvHeads: 1, headDim: 64 }],
      recurrent: null,
    });
  });

  it('ask for help, for text, or for nothing', () => {
    expect(parseFlags([])).toEqual({ help: false, text: false, question: null });
    expect(parseFlags(['--text'])).toEqual({ help: false, text: true, question: null });
    expect(parseFlags(['-h']).help).toBe(true);
    expect(parseFlags(['--help', '--bogus']).help).toBe(true);
  });

  it.each([
    [['--memroy-gb', '8'], '--memroy-gb: no such flag; near: memory-gb'],
    [['--memory-gb', 'many'], 'memoryGB: expected a number, not "many"'],
    [['--memory-gb', ''], 'memoryGB: expected a number, not ""'],
    [['--kv-layers', '[1'], 'kvLayers: expected JSON'],
    [['--chip'], '--chip: needs a value'],
    [['--memory-gb', '-5'], '--memory-gb: needs a value; one that starts with a dash is written --memory-gb=-…'],
    [['--portable=false'], '--portable: takes no value; --no-portable turns it off'],
    [['--no-model'], '--no-model: there is only --model; it is left out instead'],
    [['qwen3-8b'], "arguments: Unexpected argument 'qwen3-8b'"],
  ])('%j is a mistake', (args, message) => {
    expect(complaint(...args)).toBe(message);
  });
});

describe('--help', () => {
  it('fits a terminal and describes everything', () => {
    for (const line of HELP.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    for (const { name, description } of FLAGS.values()) {
      expect(description, name).not.toBe('');
      expect(HELP.match(new RegExp(`^ {2}--${name}(?= |$)`, 'gm')), name).toHaveLength(1);
    }
    for (const note of Object.keys(NOTES)) expect(HELP).toContain(note);
    expect(HELP).not.toMatch(/undefined| $/m);
  });
});
