import { expect, test } from 'vitest';
import { changes, parseChanges } from '../../../src/navigation/changes.ts';

const good = { id: '2026-11-21-x', date: '2026-11-21', kind: 'new', path: '/a-b/', text: { ja: 'あ', en: 'a' } };

test('the list of the site is read, the newest first', () => {
  const list = changes();
  expect(list.length).toBeGreaterThan(3);
  expect(list.some(({ kind }) => kind === 'correction')).toBe(true);
  const days = list.map(({ date }) => date);
  expect(days).toEqual([...days].sort().reverse());
});

test.each([
  [{ ...good, date: '2026-02-30' }, '2026-11-21-x: date: this date does not exist'],
  [{ ...good, kind: 'fix' }, '2026-11-21-x: kind: '],
  [{ ...good, path: 'a-b' }, '2026-11-21-x: path: expected an address of the site'],
  [{ ...good, id: undefined }, 'entry 1: id: '],
  [{ ...good, more: 1 }, '2026-11-21-x: '],
])('a wrong entry is named with its field: %#', (entry, message) => {
  expect(() => parseChanges(JSON.stringify([entry]), 'changes.json')).toThrow(`changes.json: ${message}`);
});

test('an id that stands twice is named', () => {
  expect(() => parseChanges(JSON.stringify([good, good]), 'changes.json')).toThrow('changes.json: 2026-11-21-x: id: stands twice');
});
