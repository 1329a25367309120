import type { SyntaxNode } from '@lezer/common';
import { guardOf, speaksOfMps, type Context } from './conditions.ts';
import { branchesOf } from './guards.ts';
import { stringOf, textOf } from './names.ts';

/** What a choice of device says: `silent` leaves a Mac on the CPU, `handled` asks for MPS as well, `required` stops where CUDA is missing. */
export type Choice = 'silent' | 'handled' | 'required';

/** Longest piece of code that is looked at as one choice. */
const LONGEST = 4_000;

const CUDA_VALUE = /["']cuda(?::\d+)?["']|\.cuda\(|\bcuda:\{|\bf["']cuda/;
const MOVES = /["']cuda(?::\d+|:\{)?|\.cuda\(|DataParallel\(/;
const STOPS = /^(?:raise\b|(?:sys\.|os\._?)?(?:exit|quit|abort)\s*\()/;

const source = (node: SyntaxNode, context: Context): string => context.source.slice(node.from, Math.min(node.to, node.from + LONGEST));

/** True where a condition asks whether CUDA is there, and not which device somebody named. */
const asksForCuda = (condition: SyntaxNode, isTrue: boolean, context: Context): boolean => guardOf(condition, isTrue, context) === 'cuda-branch';

/** `"cuda" if torch.cuda.is_available() else "cpu"` and the like; null where it is no choice of a device. */
export const choiceInConditional = (node: SyntaxNode, context: Context): Choice | null => {
  const value = node.firstChild;
  const condition = value?.nextSibling?.nextSibling ?? null;
  const other = node.lastChild;
  if (value === null || condition === null || other === null) return null;
  for (const [chosen, rest, isTrue] of [
    [value, other, true],
    [other, value, false],
  ] as const) {
    if (!asksForCuda(condition, isTrue, context) || !CUDA_VALUE.test(source(chosen, context))) continue;
    // A type of tensor or a flag is no device.
    if (stringOf(rest, context.source) === '' || /^(?:None|\{\}|\[\])$/.test(textOf(rest, context.source))) return null;
    return speaksOfMps(rest, context.source) || speaksOfMps(condition, context.source) ? 'handled' : 'silent';
  }
  return null;
};

/** `if torch.cuda.is_available(): device = "cuda"`, `model.cuda()`; `required` for `if not torch.cuda.is_available(): raise`. */
export const choiceInIf = (node: SyntaxNode, context: Context): Choice | null => {
  const branches = branchesOf(node);
  const [first] = branches;
  if (first?.condition === undefined || first.condition === null) return null;
  const stops = (body: SyntaxNode): boolean => {
    for (let part = body.firstChild; part !== null; part = part.nextSibling) if (STOPS.test(textOf(part, context.source))) return true;
    return false;
  };
  const speaks = branches.some(({ condition, body }) => (condition !== null && speaksOfMps(condition, context.source)) || speaksOfMps(body, context.source));
  if (asksForCuda(first.condition, false, context) && isAboutAvailability(first.condition, context)) {
    if (speaks) return 'handled';
    if (stops(first.body)) return 'required';
  }
  for (const { condition, body } of branches) {
    if (condition === null || !asksForCuda(condition, true, context) || !MOVES.test(source(body, context))) continue;
    if (!isAboutAvailability(condition, context)) return null;
    if (speaks) return 'handled';
    const last = branches.at(-1);
    return last?.condition === null && stops(last.body) ? 'required' : 'silent';
  }
  return null;
};

/** A switch somebody sets (`args.fp16_cuda`) says nothing of what the machine has; whether CUDA is there does. */
const isAboutAvailability = (condition: SyntaxNode, context: Context): boolean =>
  /cuda\.is_available|cuda\.device_count|use_cuda|has_cuda|cuda_available|use_gpu|has_gpu|is_cuda_available|HAS_CUDA|USE_CUDA/i.test(
    source(condition, context),
  );

/** `assert torch.cuda.is_available()`. */
export const choiceInAssert = (node: SyntaxNode, context: Context): Choice | null => {
  const condition = node.firstChild?.nextSibling ?? null;
  if (condition === null || speaksOfMps(condition, context.source)) return null;
  return guardOf(condition, true, context) === 'cuda-branch' && isAboutAvailability(condition, context) ? 'required' : null;
};
