import { z } from 'astro/zod';
import { patternTextSchema } from './package.ts';
import { checkProvenance, idSchema, localizedSchema, provenance } from './source.ts';
import { CONFIDENCES, SEVERITIES, VERDICTS } from './verdict.ts';

/** Kinds of files whose lines are looked at without Python's grammar. */
export const LINE_FILES = ['dockerfile', 'compose', 'shell', 'conda', 'requirements'] as const;
export type LineFile = (typeof LINE_FILES)[number];

/** A dotted name with its imports resolved (`F.rrelu` is `torch.nn.functional.rrelu`); `*` stands for any letters of one part, at the end for any rest. */
const pathSchema = z.string().regex(/^[A-Za-z_*][\w*]*(?:\.[A-Za-z_*][\w*]*)*$/, 'expected a dotted name');
const pathsSchema = z.array(pathSchema).min(1);

/** What the value of an argument, variable or key must look like. Exactly one of the three. */
const valueTestSchema = z
  .strictObject({
    string: patternTextSchema.optional().describe('Expression for the content of a literal string (f-strings: with {} for each part that is computed)'),
    text: patternTextSchema.optional().describe('Expression for the source text of the value'),
    path: pathSchema.optional().describe('Dotted name the value is or calls'),
  })
  .refine((test) => Object.values(test).filter((value) => value !== undefined).length === 1, 'expected exactly one of string, text, path');
export type ValueTest = z.infer<typeof valueTestSchema>;

/** One argument of a call, found by keyword or position. */
const argumentSchema = z
  .strictObject({
    keyword: z.string().min(1).optional(),
    position: z.number().int().min(0).optional().describe('Counted from 0, without the receiver'),
    is: valueTestSchema.optional().describe('Left out: the argument only has to be there'),
  })
  .refine(({ keyword, position }) => keyword !== undefined || position !== undefined, 'expected a keyword or a position');
export type ArgumentTest = z.infer<typeof argumentSchema>;

/**
 * What to write instead. `target` is the part of the source that is replaced, `with` the text that takes its place; an empty `with` on a `line`
 * takes the line away. Placeholders: {receiver} what stands before the last dot, {name} the last part, {arguments} what stands in the brackets.
 */
const rewriteSchema = z.strictObject({
  target: z.enum(['path', 'call', 'value', 'keyword', 'line']),
  with: z.string(),
});
export type Rewrite = z.infer<typeof rewriteSchema>;

const rewrite = { rewrite: rewriteSchema.optional() };
const calls = {
  arguments: z.array(argumentSchema).min(1).optional().describe('All of these must hold'),
  without: z.array(argumentSchema).min(1).optional().describe('None of these may hold'),
};

/** One way a pattern shows in code. */
export const matchSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('import'), modules: pathsSchema.describe('These or anything below them'), ...rewrite }),
  z.strictObject({ kind: z.literal('path'), paths: pathsSchema.describe('A name that is read, called or not'), ...rewrite }),
  z.strictObject({ kind: z.literal('call'), paths: pathsSchema, ...calls, ...rewrite }),
  z.strictObject({
    kind: z.literal('method'),
    names: z.array(z.string().min(1)).min(1).describe('Called on anything that is no module'),
    ...calls,
    ...rewrite,
  }),
  z.strictObject({ kind: z.literal('decorator'), paths: pathsSchema, ...rewrite }),
  z.strictObject({
    kind: z.literal('assign'),
    names: patternTextSchema.describe('Expression for the name: a variable, an attribute, a keyword argument, a default of a parameter, a key of a dict'),
    is: valueTestSchema,
    ...rewrite,
  }),
  z.strictObject({ kind: z.literal('string'), is: patternTextSchema.describe('Expression for a literal string that is no docstring'), ...rewrite }),
  z.strictObject({ kind: z.literal('line'), in: z.array(z.enum(LINE_FILES)).min(1), is: patternTextSchema, ...rewrite }),
  z.strictObject({
    kind: z.literal('device-choice').describe('CUDA or CPU is chosen, and no branch asks for MPS: found by the checker itself'),
  }),
  z.strictObject({ kind: z.literal('requires-cuda').describe('The code stops where CUDA is missing (assert, raise): found by the checker itself') }),
  z.strictObject({ kind: z.literal('cuda-sources').describe('Most source files of the project are CUDA: found by the checker itself') }),
  z.strictObject({ kind: z.literal('operator').describe('An operator of PyTorch without a kernel for MPS: found in the table of operators') }),
]);
export type PatternMatch = z.infer<typeof matchSchema>;

/** Something in code that behaves differently on a Mac, and what to write instead. */
export const codePatternSchema = z
  .strictObject({
    id: idSchema.describe('cuda-method'),
    title: localizedSchema.describe('What it is, in a few words: heading of its group in a report'),
    severity: z.enum(SEVERITIES),
    effect: z.enum(VERDICTS).describe('What unguarded code with it can expect'),
    matches: z.array(matchSchema).min(1),
    why: localizedSchema.describe('What happens on a Mac, and why'),
    instead: localizedSchema.describe('What to write or do instead'),
    confidence: z.enum(CONFIDENCES),
    ...provenance,
  })
  .superRefine(checkProvenance)
  .superRefine(({ severity, effect }, context) => {
    const isHarmless = severity === 'info' || severity === 'warn' || severity === 'slow';
    if (isHarmless && effect !== 'runs')
      context.addIssue({ code: 'custom', path: ['effect'], message: `what only shows as ${severity} leaves a project running` });
    if (!isHarmless && effect === 'runs') context.addIssue({ code: 'custom', path: ['effect'], message: `what shows as ${severity} needs at least a change` });
  });
export type CodePattern = z.infer<typeof codePatternSchema>;
