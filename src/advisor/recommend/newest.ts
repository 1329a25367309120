interface Versioned {
  readonly id: string;
  readonly paramsB: number;
  readonly activeParamsB?: number | null;
  readonly contextMax: number;
}

/** The first number of an id that is no size: 3.1 of `llama-3.1-8b`, none of `ministral-8b`. */
const VERSION = /\d+(?:\.\d+)?(?=-|$)/;

/** From a size on: `8b` of `llama-3.1-8b`, `30b-a3b` of `qwen3-coder-30b-a3b`. */
const SIZE = /\d+(?:\.\d+)?[bm]\b.*/;

/** What an id says of its age. */
interface Name {
  /** Not a number where an id has none, which is newer than nothing. */
  readonly version: number;
  /** Alike in models that differ by version and size only: `qwen-coder` of Qwen2.5-Coder 32B and Qwen3-Coder 30B. */
  readonly line: string;
}

/** Names of models that were seen: a list is looked through once for every question. */
const names = new WeakMap<Versioned, Name>();

const nameOf = (model: Versioned): Name => {
  const { id } = model;
  const name = names.get(model) ?? { version: Number(VERSION.exec(id)?.[0]), line: id.replace(VERSION, '').replace(SIZE, '') };
  names.set(model, name);
  return name;
};

/** A successor has at least half and at most a quarter more of the parameters: the size class of the advisor. */
const SIZE_CLASS = { least: 0.5, most: 1.25 } as const;

/** Whether two models differ by version and size only. */
export const isSameLine = (a: Versioned, b: Versioned): boolean => nameOf(a).line === nameOf(b).line;

const isDense = ({ activeParamsB = null }: Versioned): boolean => activeParamsB === null;

/** Whether one of the same line succeeds another. */
const succeeds = (other: Versioned, one: Versioned, contextTokens: number): boolean =>
  nameOf(other).version > nameOf(one).version &&
  other.paramsB >= one.paramsB * SIZE_CLASS.least &&
  other.paramsB <= one.paramsB * SIZE_CLASS.most &&
  // A dense model is no successor of a mixture of experts: it is several times slower.
  isDense(other) === isDense(one) &&
  other.contextMax >= Math.min(one.contextMax, contextTokens);

/**
 * The models worth suggesting: without those that have a successor of about their size in the list. The list knows no dates; the versions in
 * the names say it. Parameters alone would make Llama 2 13B of 2023 the best of its family for a Mac with 16GB.
 * @param contextTokens the context that is wanted: a successor need not hold more, even if the older one does
 */
export const withoutOlder = <M extends Versioned>(models: readonly M[], contextTokens = Infinity): M[] => {
  const lines = new Map<string, M[]>();
  for (const model of models) {
    const { line } = nameOf(model);
    const known = lines.get(line);
    if (known === undefined) lines.set(line, [model]);
    else known.push(model);
  }
  return models.filter((one) => lines.get(nameOf(one).line)?.some((other) => succeeds(other, one, contextTokens)) !== true);
};
