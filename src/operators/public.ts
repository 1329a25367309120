import { BOUND_BY_HAND, INTERNAL, IN_PLACE_ONLY, PYTHON_NAMES } from './exceptions.ts';
import type { NativeFunction } from './native-functions.ts';

/**
 * Names for which torchgen makes no binding in Python, because they belong to autograd or because their binding is written by hand.
 * (torchgen/packaged/autograd/gen_python_functions.py, _SKIP_PYTHON_BINDINGS; those with a leading underscore are left out anyway)
 */
const UNBOUND =
  /^(?:alias|copy|copy_sparse_to_sparse|data|get_device|is_leaf|matrix_H|nonzero_numpy|normal_functional|numpy_T|output_nr|requires_grad|retains_grad|set|set_data|unique_dim_consecutive|lift.*|nbytes|itemsize|is_cuda|is_sparse|is_sparse_csr|tensor|replace|.*_overrideable|.*_backward(?:_(?:out|input|weight|bias))?|.*_forward|.*_jvp|fake_quantize_per_(?:tensor|channel)_affine_cachemask)$/;

const named = (names: readonly string[]): ((name: string) => boolean) => {
  const exact = new Set(names.filter((name) => !name.endsWith('*')));
  const beginnings = names.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));
  return (name) => exact.has(name) || beginnings.some((beginning) => name.startsWith(beginning));
};
const isInternal = named(INTERNAL);

/** True for a family that people call from Python. */
export const isPublic = (name: string, family: readonly NativeFunction[]): boolean => {
  if (name.startsWith('_') || UNBOUND.test(name) || isInternal(name)) return false;
  if (BOUND_BY_HAND.includes(name)) return true;
  return family.some(({ inPlace, out }) => !inPlace && !out) || IN_PLACE_ONLY.includes(name);
};

/** Where the functions of a module of native_functions.yaml are found in Python. */
const MODULES: Readonly<Record<string, string>> = { nn: 'torch.nn.functional', linalg: 'torch.linalg', fft: 'torch.fft', special: 'torch.special' };

/** Names of a family in Python, as far as they follow from the file: `linalg_eig` is torch.linalg.eig. */
export const pythonNames = (name: string, family: readonly NativeFunction[]): readonly string[] => {
  const known = PYTHON_NAMES[name];
  if (known !== undefined) return known;
  const functional = family.filter(({ inPlace, out }) => !inPlace && !out);
  const module = family.find((one) => one.module !== null)?.module ?? null;
  if (module !== null) return [`${MODULES[module] ?? `torch.${module}`}.${name.startsWith(`${module}_`) ? name.slice(module.length + 1) : name}`];
  if (functional.length === 0) return [`torch.Tensor.${name}_`];
  return [functional.some(({ variants }) => variants.includes('function')) ? `torch.${name}` : `torch.Tensor.${name}`];
};
