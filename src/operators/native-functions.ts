/** One entry of native_functions.yaml, as far as the table needs it. */
export interface NativeFunction {
  /** Name with its overload: `add_.Tensor` */
  readonly name: string;
  /** Name without overload: `add_` */
  readonly base: string;
  /** The family it belongs to: `add` */
  readonly family: string;
  /** Types of its arguments without those it writes its result to; variants of one function have the same. */
  readonly signature: string;
  readonly inPlace: boolean;
  /** Writes its result to an argument: `add.out` */
  readonly out: boolean;
  /** `nn`, `linalg`, `fft`, `special`, `sparse`, `nested`; null for torch itself */
  readonly module: string | null;
  readonly variants: readonly ('function' | 'method')[];
  /** Dispatch keys it is registered for by itself, without those of its delegate. */
  readonly dispatch: readonly string[];
  /** Name of the `out` function whose kernels it uses; null for most. */
  readonly delegate: string | null;
}

/** Keys a ufunc is generated for. (torchgen/dest/ufunc.py) */
const UFUNC_KEYS = ['CPU', 'CUDA'];

/** Options of a factory function, which its `out` variant takes from the given tensor. */
const TENSOR_OPTIONS = /^(?:ScalarType\?? dtype|Layout\?? layout|Device\?? device|bool\?? pin_memory)$/;

/** `add_` belongs to `add`; `__iand__` is a name of its own. */
const isInPlace = (base: string): boolean => base.endsWith('_') && !base.endsWith('__');

/** Splits at the commas that stand in no bracket. */
const splitArguments = (text: string): string[] => {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const letter = text[at];
    if (letter === '(' || letter === '[') depth++;
    else if (letter === ')' || letter === ']') depth--;
    else if ((letter === ',' && depth === 0) || letter === undefined) {
      const part = text.slice(from, at).trim();
      if (part !== '') parts.push(part);
      from = at + 1;
    }
  }
  return parts;
};

interface Schema {
  readonly name: string;
  readonly signature: string;
  readonly out: boolean;
}

/** Takes `add.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)` apart; undefined where it is no schema. */
const parseSchema = (text: string): Schema | undefined => {
  const [, name, rest] = /^([\w.]+)\((.*)\)\s*->\s/s.exec(text) ?? [];
  if (name === undefined || rest === undefined) return undefined;
  const types: string[] = [];
  let keywordOnly = false;
  let out = false;
  for (const part of splitArguments(rest)) {
    if (part === '*') keywordOnly = true;
    else if (keywordOnly && part.includes('!')) out = true;
    // An annotation of aliasing, `Tensor(a!)`, and a default value are no part of the type.
    else types.push(part.replace(/\([a-z*|!> -]+\)/g, '').replace(/\s*=.*$/s, ''));
  }
  return { name, signature: types.filter((type) => !TENSOR_OPTIONS.test(type)).join(', '), out };
};

const words = (value: unknown): string[] =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== '')
    : [];

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads the entries of a parsed native_functions.yaml.
 * @param yaml what a YAML parser made of the file
 * @throws Error where the file is no list, or an entry has no schema in `func`
 */
export const readNativeFunctions = (yaml: unknown): NativeFunction[] => {
  if (!Array.isArray(yaml)) throw new Error('native_functions.yaml: expected a list of functions');
  return yaml.map((entry: unknown, index): NativeFunction => {
    const func = isRecord(entry) ? entry['func'] : undefined;
    const schema = typeof func === 'string' ? parseSchema(func) : undefined;
    if (!isRecord(entry) || schema === undefined) throw new Error(`native_functions.yaml: entry ${index + 1}: expected a schema in func`);
    const [base = ''] = schema.name.split('.');
    const inPlace = isInPlace(base);
    const { dispatch, python_module: module, structured_delegate: delegate } = entry;
    const variants = words(entry['variants']).filter((word) => word === 'function' || word === 'method');
    return {
      ...schema,
      base,
      family: inPlace ? base.slice(0, -1) : base,
      inPlace,
      module: typeof module === 'string' ? module : null,
      variants: variants.length > 0 ? variants : ['function'],
      dispatch: [...(isRecord(dispatch) ? Object.keys(dispatch).flatMap(words) : []), ...(entry['ufunc_inner_loop'] === undefined ? [] : UFUNC_KEYS)],
      delegate: typeof delegate === 'string' ? delegate : null,
    };
  });
};
