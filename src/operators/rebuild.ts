import type { Kernel, Operator } from '../schemas/operator-table.ts';
import { CALLS, FLOAT64_ONLY } from './exceptions.ts';
import { kernelsOf, type FamilyKernels } from './kernels.ts';
import type { NativeFunction } from './native-functions.ts';
import { isPublic, pythonNames } from './public.ts';

/** What native_functions.yaml says of an operator. */
export type Counted = Pick<Operator, 'name' | 'python' | 'cpu' | 'cuda' | 'mps' | 'cpuFallback' | 'missingOverloads'>;

const order = (a: { readonly name: string }, b: { readonly name: string }): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** An operator that calls another one runs nowhere the other has no kernel. */
const through = (own: Kernel, called: Kernel | undefined): Kernel => (own !== 'native' && called === 'none' ? 'none' : own);

/**
 * The operators people call, with their kernels, in the order of their names.
 * @param functions all entries of native_functions.yaml
 */
export const countOperators = (functions: readonly NativeFunction[]): Counted[] => {
  const byName = new Map(functions.map((one) => [one.name, one]));
  const families = Map.groupBy(functions, ({ family }) => family);
  const kernelsOfFamily = (name: string): FamilyKernels | undefined => {
    const family = families.get(name);
    return family && kernelsOf(family, byName);
  };
  return [...families]
    .filter(([name, family]) => isPublic(name, family))
    .map(([name, family]): Counted => {
      const { kernels, missingOverloads } = kernelsOf(family, byName);
      const called = kernelsOfFamily(CALLS[name] ?? '')?.kernels;
      const cpu = through(kernels.cpu, called?.cpu);
      const mps = FLOAT64_ONLY.includes(name) && kernels.mps === 'composite' ? 'none' : through(kernels.mps, called?.mps);
      return {
        name,
        python: [...pythonNames(name, family)],
        cpu,
        cuda: through(kernels.cuda, called?.cuda),
        mps,
        ...(mps === 'none' && cpu !== 'none' && { cpuFallback: true as const }),
        ...(mps !== 'none' && missingOverloads.length > 0 && { missingOverloads: [...missingOverloads] }),
      };
    })
    .sort(order);
};

/** What a rebuilt table says that the one before did not. */
export interface Differences {
  readonly added: readonly string[];
  readonly gone: readonly string[];
  /** `rrelu: mps none → native` */
  readonly changed: readonly string[];
}

const KERNEL_FIELDS = ['cpu', 'cuda', 'mps', 'cpuFallback', 'missingOverloads'] as const;
const show = (value: unknown): string => (value === undefined ? '–' : Array.isArray(value) ? value.join(' ') : String(value));

/** Names of before, and then those the file gives that it did not have. */
const joinNames = (before: readonly string[], now: readonly string[]): string[] => (before.length > 0 ? [...before] : [...now]);

/**
 * Puts the kernels of a file into a table, and keeps what the file cannot say: tests, limits, notes, modules, and names people chose.
 * Limits and modules go with the reason for them: dtypes of a test where there is no kernel any more, modules where there is one now.
 */
export const rebuild = (before: readonly Operator[], counted: readonly Counted[]): { operators: Operator[]; differences: Differences } => {
  const known = new Map(before.map((operator) => [operator.name, operator]));
  const names = new Set(counted.map(({ name }) => name));
  const changed: string[] = [];
  const operators = counted.map((now): Operator => {
    const old = known.get(now.name);
    if (old === undefined) return now;
    for (const field of KERNEL_FIELDS) {
      const [from, to] = [show(old[field]), show(now[field])];
      if (from !== to) changed.push(`${now.name}: ${field} ${from} → ${to}`);
    }
    const { modules, mpsSince, testedDtypes, limits, note } = old;
    return {
      name: now.name,
      python: joinNames(old.python, now.python),
      ...(modules && now.mps === 'none' && { modules }),
      cpu: now.cpu,
      cuda: now.cuda,
      mps: now.mps,
      ...(mpsSince && now.mps !== 'none' && { mpsSince }),
      ...(now.cpuFallback && { cpuFallback: now.cpuFallback }),
      ...(testedDtypes && { testedDtypes }),
      ...(now.missingOverloads && { missingOverloads: now.missingOverloads }),
      ...(limits && { limits }),
      ...(note && { note }),
    };
  });
  return {
    operators,
    differences: {
      added: counted.filter(({ name }) => !known.has(name)).map(({ name, mps }) => `${name} (mps ${mps})`),
      gone: before.filter(({ name }) => !names.has(name)).map(({ name }) => name),
      changed,
    },
  };
};
