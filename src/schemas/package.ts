import { z } from 'astro/zod';
import { checkProvenance, idSchema, localizedSchema, provenance } from './source.ts';
import { CONFIDENCES, VERDICTS } from './verdict.ts';

/** What a package does on a Mac with Apple silicon. */
export const PACKAGE_STATUSES = ['works', 'works-mps', 'cpu-only', 'partial', 'no'] as const;
export type PackageStatus = (typeof PACKAGE_STATUSES)[number];

/** What becomes of the line that asks for it. */
export const PACKAGE_WAYS = ['keep', 'drop', 'swap', 'rewrite', 'cloud'] as const;
export type PackageWay = (typeof PACKAGE_WAYS)[number];

export const PACKAGE_CATEGORIES = [
  'framework',
  'llm',
  'hf',
  'training',
  'kernels',
  'inference',
  'quantization',
  'nvidia',
  'vision',
  '3d',
  'audio',
  'graph',
  'search',
  'data',
  'export',
  'general',
] as const;

const isRegularExpression = (text: string): boolean => {
  try {
    return RegExp(text).source !== '';
  } catch {
    return false;
  }
};

/** A regular expression as text, valid in JavaScript. */
export const patternTextSchema = z.string().min(1).refine(isRegularExpression, 'not a regular expression');

/** A Python package, and what somebody with a Mac can expect of it. */
export const packageSchema = z
  .strictObject({
    id: idSchema.describe('Normalised name on PyPI (PEP 503: lower case, hyphens), or the name of a family: nvidia-wheels'),
    name: z.string().min(1).describe('Name as its project writes it'),
    match: patternTextSchema.optional().describe('For a family: anchored expression for the normalised names that belong to it'),
    also: z.array(idSchema).min(1).optional().describe('Other normalised names of the same thing, on PyPI or conda'),
    imports: z.array(z.string().regex(/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/)).describe('Modules it brings: cv2'),
    category: z.enum(PACKAGE_CATEGORIES),
    status: z
      .enum(PACKAGE_STATUSES)
      .describe('`works`: natively, or needs no GPU; `works-mps`: on the GPU through PyTorch; `cpu-only`; `partial`: some features only; `no`'),
    effect: z.enum(VERDICTS).describe('The best a project that needs it can hope for, when nothing else stands in the way'),
    way: z
      .enum(PACKAGE_WAYS)
      .describe(
        'What to do with the line: `keep`; `drop`: the code that uses it has another path; `swap`: another package with nearly the same interface; `rewrite`: code must change; `cloud`: nothing on a Mac does this',
      ),
    reason: localizedSchema.describe('What works and what does not, in one or two sentences'),
    line: z.string().min(1).optional().describe('What to write into a list of requirements in its place, or the line with the version it needs'),
    replacement: localizedSchema.optional().describe('What to use in its place, and how'),
    sinceVersion: z
      .string()
      .regex(/^\d+(?:\.\d+)*$/)
      .optional()
      .describe('First version for which status holds; an older pin is reported'),
    sinceDate: z
      .string()
      .regex(/^\d{4}-\d{2}(?:-\d{2})?$/)
      .optional()
      .describe('When that version came out'),
    confidence: z.enum(CONFIDENCES),
    ...provenance,
  })
  .superRefine(checkProvenance)
  .superRefine(({ status, effect, way, line, match }, context) => {
    const problem = (field: string, message: string): void => context.addIssue({ code: 'custom', path: [field], message });
    if (status === 'no' && effect === 'runs') problem('effect', 'what does not run on a Mac cannot leave a project as it is');
    if ((status === 'works' || status === 'works-mps') && effect === 'nvidia') problem('effect', 'what works on a Mac does not need NVIDIA');
    if (way === 'keep' && status === 'no') problem('way', 'what does not run cannot be kept');
    if (way !== 'keep' && effect === 'runs') problem('way', 'a project that runs as it is keeps the line');
    if (way === 'swap' && line === undefined) problem('line', 'a swap names the line to write');
    if (way === 'drop' && line !== undefined) problem('line', 'a dropped line has no line in its place');
    if (match !== undefined && !/^\^.*\$$/.test(match)) problem('match', 'expected an anchored expression, ^...$');
  });
export type Package = z.infer<typeof packageSchema>;
