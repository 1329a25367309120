import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadImage } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import { NEAREST, PALETTE, bucket } from '../../../src/build/og/palette.ts';
import { ogPath } from '../../../src/navigation/og-path.ts';
import { IndexedImage } from '../../../src/build/og/png.ts';
import { renderOgImage } from '../../../src/build/og/render.ts';
import { startOgImages, writeOgImages } from '../../../src/build/og/write.ts';

const page = { title: 'Macは機械学習に向いているのか', section: 'はじめに', siteName: 'ガイド', locale: 'ja' as const, pagePath: '/verdict/' };

test('a share image is a 1200x630 PNG that others can read, and small', async () => {
  const png = await renderOgImage(page);
  const image = await loadImage(png);
  expect([image.width, image.height]).toEqual([1200, 630]);
  expect(png.length).toBeLessThan(40_000);
});

test('an image does not depend on the one drawn before it', async () => {
  const first = await renderOgImage(page);
  await renderOgImage({ ...page, title: 'とても長い題名が三行にわたって続く場合の見え方を確かめる' });
  expect((await renderOgImage(page)).equals(first)).toBe(true);
});

test('palette colours map to themselves', () => {
  PALETTE.forEach((colour, index) => expect(NEAREST[bucket(...colour)]).toBe(index));
  expect(PALETTE).toHaveLength(16);
});

test('pixels are packed two to a byte at their place', async () => {
  const image = new IndexedImage(4, 2);
  const [red, green, blue] = PALETTE[9] ?? [0, 0, 0];
  image.put({ data: new Uint8Array([red, green, blue, 255, ...(PALETTE[0] ?? []), 255]), width: 2, height: 1 }, 2, 1);
  const { createCanvas } = await import('@napi-rs/canvas');
  const context = createCanvas(4, 2).getContext('2d');
  context.drawImage(await loadImage(await image.encode()), 0, 0);
  expect([...context.getImageData(2, 1, 1, 1).data]).toEqual([red, green, blue, 255]);
  expect([...context.getImageData(1, 1, 1, 1).data]).toEqual([...(PALETTE[0] ?? []), 255]);
});

test('an answer has its own memory bar, and the colour of its verdict', async () => {
  const { createCanvas } = await import('@napi-rs/canvas');
  const bar = { memory: 0.8, limit: 0.6, weights: 0.5, need: 1 };
  const pixels = async (status: 'fits' | 'no', shown: typeof bar | null) => {
    const context = createCanvas(1200, 630).getContext('2d');
    context.drawImage(await loadImage(await renderOgImage({ ...page, result: { status, verdict: '○', detail: '', bar: shown } })), 0, 0);
    return (part: number, y: number) => [...context.getImageData(80 + part * 1040, y, 1, 1).data].slice(0, 3);
  };
  const [fits, no, empty] = [await pixels('fits', bar), await pixels('no', bar), await pixels('fits', null)];
  const [paper, line, ink] = [PALETTE[0], PALETTE[1], PALETTE[9]];
  expect(fits(0.25, 530)).toEqual(ink);
  expect(fits(0.25, 516)).toEqual(line);
  expect(fits(0.9, 516)).toEqual(paper);
  expect(fits(0.9, 530)).toEqual([0x1b, 0x63, 0x38]);
  expect(no(0.9, 530)).toEqual([0x9d, 0x2a, 0x20]);
  expect(fits(0.6015, 512)).toEqual(ink);
  expect(empty(0.25, 530)).toEqual(paper);
});

describe('writing', () => {
  test('puts each image where the page says it is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'og-'));
    try {
      const entries = [page, { ...page, locale: 'en' as const, title: 'Is a Mac suited to machine learning?' }, { ...page, pagePath: '/' }];
      expect(await writeOgImages(entries, folder)).toBe(3);
      for (const { locale, pagePath } of entries) expect((await readFile(join(folder, ogPath(locale, pagePath)))).subarray(1, 4).toString()).toBe('PNG');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('refuses two pages with one file, and takes the same page twice', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'og-'));
    const writer = startOgImages(folder);
    writer.add(page);
    writer.add(page);
    expect(() => writer.add({ ...page, title: 'ほかの題名' })).toThrow(/two pages need/);
    expect(await writer.finish()).toBe(1);
    await rm(folder, { recursive: true });
  });

  test('reports what could not be written', async () => {
    const writer = startOgImages('/dev/null/nowhere');
    writer.add(page);
    await expect(writer.finish()).rejects.toThrow(/share images:\n.*verdict\.png/);
  });

  test('starts no thread for no images', async () => {
    expect(await writeOgImages([], '/dev/null/nowhere')).toBe(0);
  });
});
