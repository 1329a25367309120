interface Versioned {
  readonly id: string;
  readonly paramsB: number;
  readonly activeParamsB: number | null;
  readonly contextMax: number;
}

/** The first number of an id that is no size: 3.1 of `llama-3.1-8b`, none of `ministral-8b`. */
const VERSION = /\d+(?:\.\d+)?(?=-|$)/;

/** From a size on: `8b` of `llama-3.1-8b`, `30b-a3b` of `qwen3-coder-30b-a3b`. */
const SIZE = /\d+(?:\.\d+)?[bm]\b.*/;

/** Not a number where an id has none, which is newer than nothing. */
const versionOf = ({ id }: Versioned): number => Number(VERSION.exec(id)?.[0]);

/** Models that differ by version and size only: `qwen-coder` of Qwen2.5-Coder 32B and Qwen3-Coder 30B. */
const lineOf = ({ id }: Versioned): string => id.replace(VERSION, '').replace(SIZE, '');

/** A successor has at least half and at most a quarter more of the parameters: the size class of the advisor. */
const SIZE_CLASS = { least: 0.5, most: 1.25 } as const;

const succeeds = (other: Versioned, one: Versioned): boolean =>
  versionOf(other) > versionOf(one) &&
  lineOf(other) === lineOf(one) &&
  other.paramsB >= one.paramsB * SIZE_CLASS.least &&
  other.paramsB <= one.paramsB * SIZE_CLASS.most &&
  // A dense model is no successor of a mixture of experts: it is several times slower.
  (other.activeParamsB === null) === (one.activeParamsB === null) &&
  other.contextMax >= one.contextMax;

/**
 * The models worth suggesting: without those that have a successor of about their size in the list. The list knows no dates; the versions in
 * the names say it. Parameters alone would make Llama 2 13B of 2023 the best of its family for a Mac with 16GB.
 */
export const withoutOlder = <M extends Versioned>(models: readonly M[]): M[] => models.filter((one) => !models.some((other) => succeeds(other, one)));
