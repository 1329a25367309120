import type { Engine } from '../advisor/types.ts';
import type { Quantization } from '../schemas/quantization.ts';
import { folded, type Directory } from './directory.ts';

type Listed = Pick<Quantization, 'id' | 'engine' | 'bitsPerWeight' | 'common'>;

const MOST = 5;

/** Formats of an engine with about as many bits per weight, those most people use first. */
export const nearestFor = (engine: Engine, bits: number, quantizations: readonly Listed[]): string[] => {
  const distance = (one: Listed): number => Math.abs(one.bitsPerWeight - bits) + (one.common ? 0 : 1);
  return quantizations
    .filter((one) => one.engine === engine)
    .sort((a, b) => distance(a) - distance(b))
    .map(({ id }) => id);
};

/** Formats of other programs whose names do not say that they have four bits. */
const FOUR_BITS = /awq|gptq|bnb|bitsandbytes/;

/** What a format has beside the bits in its name: scales, and tensors with more. Our choice; it only orders a list. */
const BESIDE_BITS = 0.5;

const numberIn = (word: string): string | undefined => /\d+/.exec(word)?.[0];

/**
 * Formats that may have been meant: first those whose names are near with the same number of bits, the common ones before
 * the others, then the usual ones of so many bits.
 */
export const nearQuantizations = (word: string, directory: Directory, quantizations: readonly Listed[]): string[] => {
  const fold = folded(word).slice(0, 60);
  const bits = numberIn(fold) ?? (FOUR_BITS.test(fold) ? '4' : undefined);
  const near = directory.near(word);
  if (bits === undefined) return near;
  const isCommon = (id: string): boolean => quantizations.some((one) => one.id === id && one.common);
  const engines: Engine[] = fold.includes('mlx') ? ['mlx', 'llama.cpp'] : ['llama.cpp', 'mlx'];
  const usual = Number(bits) <= 32 ? engines.flatMap((engine) => nearestFor(engine, Number(bits) + BESIDE_BITS, quantizations).slice(0, 1)) : [];
  const alike = near.filter((id) => numberIn(id) === bits).sort((a, b) => Number(isCommon(b)) - Number(isCommon(a)));
  return [...new Set([...alike, ...usual, ...near])].slice(0, MOST);
};
