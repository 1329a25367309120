import type { Knowledge } from '../types.ts';
import { pathIndex, type PathIndex } from './paths.ts';

type Operator = Knowledge['operators'][number];

export interface Operators {
  /** Operators a dotted name calls, through a function or a module. */
  readonly named: PathIndex<Operator>;
  /** Operators that are methods of tensors, by name. */
  readonly methods: ReadonlyMap<string, Operator>;
}

/** Methods of arrays, tables and dicts of other libraries have these names too. */
const SHARED_NAMES = new Set(['take', 'put', 'mode', 'logspace']);

/** The operators without a kernel for MPS, by the names they have in Python. */
export const operatorsFor = (operators: Knowledge['operators']): Operators => {
  const missing = operators.filter(({ mps }) => mps === 'none');
  const methods = new Map<string, Operator>();
  for (const operator of missing) {
    const isMethod = operator.python.some((path) => path === `torch.${operator.name}` || path.startsWith('torch.Tensor.'));
    if (!isMethod || SHARED_NAMES.has(operator.name)) continue;
    methods.set(operator.name, operator);
    methods.set(`${operator.name}_`, operator);
  }
  return {
    named: pathIndex(missing.flatMap((operator) => [...operator.python, ...(operator.modules ?? [])].map((path) => [path, operator] as const))),
    methods,
  };
};
