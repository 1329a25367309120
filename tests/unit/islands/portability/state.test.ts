import { describe, expect, it } from 'vitest';
import { checkerReducer, countLines, START, type CheckerAction, type CheckerState } from '../../../../src/islands/portability/state.ts';
import { report } from '../../portability/words/report.ts';

const after = (...actions: readonly CheckerAction[]): CheckerState => actions.reduce(checkerReducer, START);
const file = (path: string, text = 'torch\n') => ({ path, text });
const add = (...paths: readonly string[]): CheckerAction => ({ type: 'add', files: paths.map((path) => file(path)) });
const done: CheckerAction = { type: 'done', report: report(), files: [file('a')] };

describe('the list of files', () => {
  it('grows, and gives a file that comes again its new content', () => {
    const { inputs } = after(add('a', 'b'), { type: 'add', files: [file('a', 'numpy\nscipy\n')] });
    expect(inputs.map(({ path, lines }) => [path, lines])).toEqual([
      ['b', 1],
      ['a', 2],
    ]);
  });
  it('keeps all texts without a name', () => {
    expect(after(add(''), add('')).inputs).toHaveLength(2);
  });
  it('never gives two entries the same key', () => {
    const { inputs } = after(add('a', 'b'), { type: 'remove', key: 1 }, add('c'), { type: 'replace', files: [file('d')] }, add('e'));
    expect(new Set(inputs.map(({ key }) => key)).size).toBe(inputs.length);
  });
  it('loses one entry, or all', () => {
    const { inputs } = after(add('a', 'b'), { type: 'remove', key: 0 });
    expect(inputs.map(({ path }) => path)).toEqual(['b']);
    expect(after(add('a', 'b'), { type: 'clear' }).inputs).toEqual([]);
  });
});

describe('a result', () => {
  it('is out of date once the input is another, and not before', () => {
    expect(after(add('a')).isStale).toBe(false);
    expect(after(add('a'), done).isStale).toBe(false);
    for (const change of [add('b'), { type: 'typed' }, { type: 'clear' }] as const) expect(after(add('a'), done, change).isStale).toBe(true);
    expect(after(add('a'), done, { type: 'typed' }, done).isStale).toBe(false);
  });
  it('is counted, so that each is announced', () => {
    expect(after(done, done).result?.run).toBe(2);
  });
});

describe('what is said about an action', () => {
  it('goes with the next', () => {
    const noticed = after({ type: 'notice', notices: [{ key: 'notice.empty' }] });
    expect(noticed.notices).toHaveLength(1);
    expect(checkerReducer(noticed, { type: 'typed' }).notices).toEqual([]);
  });
  it('does not render anew when there is nothing to take away', () => {
    expect(checkerReducer(START, { type: 'typed' })).toBe(START);
  });
});

describe('lines', () => {
  it.each([
    ['', 0],
    ['a', 1],
    ['a\n', 1],
    ['a\nb', 2],
    ['\n\n', 2],
  ])('of %j are %i', (text, lines) => {
    expect(countLines(text)).toBe(lines);
  });
});
