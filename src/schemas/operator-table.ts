import { z } from 'astro/zod';
import { checkProvenance, idSchema, localizedSchema, provenance } from './source.ts';

/** `native`: a kernel of its own; `composite`: made of other operators; `none`: no kernel. */
export const KERNELS = ['native', 'composite', 'none'] as const;
export type Kernel = (typeof KERNELS)[number];

/** Short names of dtypes as PyTorch's tests use them: f16 is torch.float16. */
export const DTYPES = ['f32', 'f16', 'bf16', 'i64', 'i32', 'i16', 'i8', 'u8', 'bool', 'c64', 'c32'] as const;
export type Dtype = (typeof DTYPES)[number];

const dtypesSchema = z.array(z.enum(DTYPES));

/** What a test of PyTorch expects to go wrong on MPS. */
export const LIMIT_KINDS = ['unsupported', 'gradient', 'mismatch', 'skipped'] as const;

const limitSchema = z.strictObject({
  variant: z.string().describe("Variant of the test: prod for scatter_reduce; '' for the operator as such"),
  kind: z
    .enum(LIMIT_KINDS)
    .describe('`unsupported`: no such dtype; `gradient`: the backward pass; `mismatch`: another result than on the CPU; `skipped`: not tested on MPS at all'),
  dtypes: dtypesSchema.describe('Dtypes it holds for; empty: all'),
});

/** A family of operators of PyTorch: all that share a base name. */
export const operatorSchema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z]\w*$/i)
      .describe('Base name in native_functions.yaml: linalg_eig'),
    python: z
      .array(z.string().regex(/^torch\.[\w.]+$/))
      .describe('Names it has in Python, the usual one first: torch.linalg.eig; empty where only syntax or torch.ops.aten leads to it'),
    modules: z
      .array(z.string().regex(/^torch\.nn\.\w+$/))
      .min(1)
      .optional()
      .describe('Of an operator without a kernel for MPS: modules whose forward calls it: torch.nn.RReLU'),
    cpu: z.enum(KERNELS),
    cuda: z.enum(KERNELS),
    mps: z.enum(KERNELS),
    mpsSince: z
      .string()
      .regex(/^\d+\.\d+$/)
      .optional()
      .describe('First version with a kernel for MPS, where the version before was compared: 2.14'),
    cpuFallback: z.literal(true).optional().describe('Without a kernel for MPS, PYTORCH_ENABLE_MPS_FALLBACK=1 runs it on the CPU'),
    testedDtypes: dtypesSchema.optional().describe("Dtypes PyTorch's own tests expect to pass on MPS; absent where there is no such test"),
    missingOverloads: z.array(z.string().min(1)).min(1).optional().describe('Overloads without a kernel, where others have one'),
    limits: z.array(limitSchema).min(1).optional().describe("What PyTorch's own tests expect to fail for a reason that lies in MPS"),
    note: localizedSchema.optional().describe('What to know before using it, and what to use instead'),
  })
  .superRefine(({ cpu, mps, cpuFallback, mpsSince, modules, python }, context) => {
    const problem = (field: string, message: string): void => context.addIssue({ code: 'custom', path: [field], message });
    if (cpuFallback !== undefined && mps !== 'none') problem('cpuFallback', 'only what has no kernel falls back');
    if ((cpuFallback !== undefined) !== (mps === 'none' && cpu !== 'none')) problem('cpuFallback', 'what has no kernel for MPS but one for the CPU falls back');
    if (mpsSince !== undefined && mps === 'none') problem('mpsSince', 'there is no kernel yet');
    if (modules !== undefined && mps !== 'none') problem('modules', 'modules are named where their operator is missing');
    if (new Set(python).size !== python.length) problem('python', 'a name stands twice');
  });
export type Operator = z.infer<typeof operatorSchema>;

/** All operators people call, for one version of PyTorch. */
export const operatorTableSchema = z
  .strictObject({
    id: idSchema.describe('torch-2.14.1'),
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    commit: z.string().regex(/^[0-9a-f]{40}$/),
    date: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .describe('Day the version was built'),
    operators: z.array(operatorSchema).min(1).describe('In the order of their names'),
    ...provenance,
  })
  .superRefine(checkProvenance)
  .superRefine(({ id, version, operators }, context) => {
    if (id !== `torch-${version}`) context.addIssue({ code: 'custom', path: ['id'], message: `expected torch-${version}` });
    operators.forEach(({ name }, index) => {
      const before = operators[index - 1]?.name;
      if (before === name) context.addIssue({ code: 'custom', path: ['operators', index, 'name'], message: `${name} stands twice` });
      else if (before !== undefined && before > name) {
        context.addIssue({ code: 'custom', path: ['operators', index, 'name'], message: `${name} stands behind ${before}: expected the order of names` });
      }
    });
  });
export type OperatorTable = z.infer<typeof operatorTableSchema>;
