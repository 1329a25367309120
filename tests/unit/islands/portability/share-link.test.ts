import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_LINK } from '../../../../src/islands/portability/limits.ts';
import { filesOf, fragmentOf, holdsInput, linkTo } from '../../../../src/islands/portability/share-link.ts';

const PAGE = 'https://guide.example/portability/';
const encoded = (text: string): string => `#in=${deflateRawSync(Buffer.from(text)).toString('base64url')}`;

describe('a link', () => {
  it('brings back what was put in, letter by letter', async () => {
    const file = fc.record({ path: fc.string({ unit: 'binary', maxLength: 30 }), text: fc.string({ unit: 'binary', maxLength: 300 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 5 }), async (files) => {
        const fragment = await fragmentOf(files);
        expect(holdsInput(fragment)).toBe(true);
        expect(fragment).toMatch(/^#in=[\w-]+$/);
        expect(await filesOf(fragment)).toEqual(files);
      }),
      { numRuns: 200 },
    );
  });
  it('keeps half of a surrogate pair', async () => {
    const files = [{ path: '\ud800', text: 'x = "\udfff"' }];
    expect(await filesOf(await fragmentOf(files))).toEqual(files);
  });
  it('is given only where it is short enough to be passed on', async () => {
    const link = await linkTo(PAGE, [{ path: 'requirements.txt', text: 'torch\n'.repeat(500) }]);
    expect(link).toMatch(/^https:\/\/guide\.example\/portability\/#in=/);
    expect(link?.length).toBeLessThanOrEqual(LONGEST_LINK);
    let seed = 1;
    const noise = Array.from({ length: 20_000 }, () => String.fromCharCode(33 + ((seed = (seed * 48_271) % 2_147_483_647) % 90))).join('');
    expect(await linkTo(PAGE, [{ path: '', text: noise }])).toBeNull();
    expect(await linkTo(PAGE, [{ path: '', text: 'a'.repeat(5_000_000) }])).toBeNull();
  });
});

describe('a broken link', () => {
  it.each([
    ['is empty', '#in='],
    ['is no base64', '#in=%%%'],
    ['is not compressed', '#in=aGVsbG8'],
    ['is no JSON', encoded('hello')],
    ['holds no files', encoded('[]')],
    ['holds something else', encoded('{"a":1}')],
    ['holds a file without a text', encoded('[["a"]]')],
    ['holds a number for a text', encoded('[["a",1]]')],
    ['holds more than anybody pastes', encoded(`[["a","${'a'.repeat(60_000_000)}"]]`)],
  ])('that %s is refused', async (_, fragment) => {
    await expect(filesOf(fragment)).rejects.toThrow();
  });
  it('that was cut off is refused', async () => {
    const whole = await fragmentOf([{ path: 'a.py', text: 'import torch\n'.repeat(40) }]);
    await expect(filesOf(whole.slice(0, -10))).rejects.toThrow();
  });
});
