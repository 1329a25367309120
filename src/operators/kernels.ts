import type { Kernel } from '../schemas/operator-table.ts';
import type { NativeFunction } from './native-functions.ts';

/** Devices of the table and their dispatch keys. Kernels for sparse or quantized tensors have keys of their own and do not count. */
const KEYS = { cpu: 'CPU', cuda: 'CUDA', mps: 'MPS' } as const;
export type Device = keyof typeof KEYS;
export const DEVICES = Object.keys(KEYS) as Device[];

/** An implementation made of other operators, for every device. (torchgen/model.py, is_generic_dispatch_key, without the one for nested tensors) */
const COMPOSITE = new Set(['CompositeImplicitAutograd', 'CompositeExplicitAutograd', 'CompositeExplicitAutogradNonFunctional']);

/** The keys a function has kernels for: its own, and those of the structured function it delegates to. Without any it is composite. */
const keysOf = (own: NativeFunction, byName: ReadonlyMap<string, NativeFunction>): ReadonlySet<string> => {
  const delegate = own.delegate === null ? undefined : byName.get(own.delegate);
  const keys = [...own.dispatch, ...(delegate?.dispatch ?? [])];
  return new Set(keys.length > 0 ? keys : ['CompositeImplicitAutograd']);
};

/**
 * Kernel of one function with its in-place and `out` variants, which share a signature. One of them holds the kernel, the others call it:
 * where that one knows some devices and not this one, nothing runs here, unless it has a composite implementation beside its kernels.
 */
const kernelOfVariants = (variants: readonly ReadonlySet<string>[], device: Device): Kernel => {
  const isComposite = (keys: ReadonlySet<string>): boolean => [...keys].some((key) => COMPOSITE.has(key));
  const withKernels = variants.filter((keys) => Object.values(KEYS).some((key) => keys.has(key)));
  if (withKernels.some((keys) => keys.has(KEYS[device]))) return 'native';
  if (withKernels.some(isComposite)) return 'composite';
  return withKernels.length === 0 && variants.some(isComposite) ? 'composite' : 'none';
};

/** Kernels of a family, and the overloads that lack one for MPS where others have it. */
export interface FamilyKernels {
  readonly kernels: Readonly<Record<Device, Kernel>>;
  readonly missingOverloads: readonly string[];
}

/**
 * Kernels of all functions of one family. A family is native where one of its overloads is; else missing where one is: overloads that
 * take a number instead of a tensor only call the main one.
 */
export const kernelsOf = (family: readonly NativeFunction[], byName: ReadonlyMap<string, NativeFunction>): FamilyKernels => {
  const overloads = [...Map.groupBy(family, ({ signature }) => signature).values()].map((variants) => {
    const keys = variants.map((variant) => keysOf(variant, byName));
    return { names: variants.map(({ name }) => name), kernel: (device: Device) => kernelOfVariants(keys, device) };
  });
  const kernel = (device: Device): Kernel => {
    const kernels = overloads.map((overload) => overload.kernel(device));
    return kernels.includes('native') ? 'native' : kernels.includes('none') ? 'none' : 'composite';
  };
  const kernels = { cpu: kernel('cpu'), cuda: kernel('cuda'), mps: kernel('mps') };
  const missing = kernels.mps === 'none' ? [] : overloads.filter((overload) => overload.kernel('mps') === 'none');
  return { kernels, missingOverloads: missing.flatMap(({ names }) => names) };
};
