import type { Prior, PriorsFor } from './priors.ts';

/** A parameter of a tree by the keys that lead to it. */
interface Leaf {
  readonly path: readonly string[];
  readonly prior: Prior;
}

const isPrior = (node: object): node is Prior => 'spread' in node;

const leavesOf = (node: object, path: readonly string[] = []): Leaf[] =>
  isPrior(node) ? [{ path, prior: node }] : Object.entries(node).flatMap(([key, child]: [string, object]) => leavesOf(child, [...path, key]));

/** A tree of positive parameters as the vector of logarithms an optimizer works on, and back. */
export interface Vector<T> {
  readonly names: readonly string[];
  readonly start: readonly number[];
  readonly spreads: readonly number[];
  readonly read: (values: readonly number[]) => T;
}

export const vectorOf = <T>(priors: PriorsFor<T>): Vector<T> => {
  const leaves = leavesOf(priors);
  const read = (values: readonly number[]): T => {
    const tree: Record<string, unknown> = {};
    leaves.forEach(({ path }, index) => {
      let node = tree;
      for (const key of path.slice(0, -1)) node = (node[key] ??= {}) as Record<string, unknown>;
      node[path.at(-1) ?? ''] = Math.exp(values[index] ?? 0);
    });
    return tree as T;
  };
  return {
    names: leaves.map(({ path }) => path.join('.')),
    start: leaves.map(({ prior }) => Math.log(prior.value)),
    spreads: leaves.map(({ prior }) => prior.spread),
    read,
  };
};
