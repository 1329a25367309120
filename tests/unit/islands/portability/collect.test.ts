import { describe, expect, it } from 'vitest';
import { collect, sortOut, withoutRoot, type Candidate } from '../../../../src/islands/portability/collect.ts';
import { LIMITS } from '../../../../src/islands/portability/limits.ts';

const NOTHING = { files: 0, bytes: 0 };
const of = (path: string, text = 'torch\n', isChosen = false): Candidate => ({ path, file: new File([text], path), isChosen });
/** A file that says it is large without being so. */
const large = (path: string, bytes: number): Candidate => {
  const file = new File(['torch'], path);
  Object.defineProperty(file, 'size', { value: bytes });
  return { path, file, isChosen: true };
};

describe('what is read of a folder', () => {
  it('is what readers know by name, outside of what was installed or built', async () => {
    const { wanted, passedOver, closed } = await sortOut(
      ['requirements.txt', 'src/train.py', 'logo.png', 'README.md', '.git/config', 'a/node_modules/x/setup.py', 'venv/lib/site-packages/y.py'].map((path) =>
        of(path),
      ),
      NOTHING,
    );
    expect(wanted.map(({ path }) => path)).toEqual(['requirements.txt', 'src/train.py']);
    expect(passedOver).toBe(2);
    expect([...closed].sort()).toEqual(['.git', 'node_modules', 'venv']);
  });
  it('is named from inside of the folder', () => {
    expect(withoutRoot([of('project/a.py'), of('project/b/c.py')]).map(({ path }) => path)).toEqual(['a.py', 'b/c.py']);
    expect(withoutRoot([of('one/a.py'), of('two/b.py')]).map(({ path }) => path)).toEqual(['one/a.py', 'two/b.py']);
    expect(withoutRoot([of('a.py', '', true)]).map(({ path }) => path)).toEqual(['a.py']);
  });
});

describe('a file chosen by itself', () => {
  it('is read whatever its name', async () => {
    expect((await sortOut([of('notes.txt', 'x', true)], NOTHING)).wanted).toHaveLength(1);
  });
});

describe('limits', () => {
  it('name each file that is left out, and why', async () => {
    const many = { files: LIMITS.files - 1, bytes: 0 };
    expect((await sortOut([large('a.py', LIMITS.fileBytes + 1)], NOTHING)).skipped).toMatchObject([{ path: 'a.py', reason: 'too-large', size: '5.0' }]);
    expect((await sortOut([of('a.py'), of('b.py')], many)).skipped).toMatchObject([{ path: 'b.py', reason: 'count' }]);
    expect((await sortOut([large('a.py', 1000)], { files: 1, bytes: LIMITS.totalBytes - 999 })).skipped).toMatchObject([{ path: 'a.py', reason: 'total' }]);
    expect((await sortOut([large('a.py', LIMITS.fileBytes)], NOTHING)).skipped).toEqual([]);
  });
});

describe('reading', () => {
  it('keeps the order, tells how far it is, and names what cannot be read', async () => {
    const broken = of('broken.py');
    broken.file.text = () => Promise.reject(new Error('gone'));
    const progress: number[] = [];
    const { files, skipped } = await collect(
      { candidates: [of('a.py', 'a'), broken, ...Array.from({ length: 20 }, (_, place) => of(`c${place}.py`, `${place}`))], closed: ['dist'] },
      NOTHING,
      (done) => progress.push(done),
      new AbortController().signal,
    );
    expect(files.map(({ text }) => text)).toEqual(['a', ...Array.from({ length: 20 }, (_, place) => `${place}`)]);
    expect(skipped).toMatchObject([{ path: 'broken.py', reason: 'unreadable' }]);
    expect(progress).toEqual([0, 16]);
  });
  it('ends where it is told to', async () => {
    const stop = new AbortController();
    const candidates = Array.from({ length: 100 }, (_, place) => of(`c${place}.py`));
    const { files } = await collect({ candidates, closed: [] }, NOTHING, (done) => done >= 32 && stop.abort(), stop.signal);
    expect(files.length).toBeLessThan(100);
  });
});
