import type { SyntaxNode } from '@lezer/common';
import type { Guard } from '../types.ts';
import { guardOf, isCudaName, speaksOfMps, type Context } from './conditions.ts';
import { textOf } from './names.ts';

/** `x.device == torch.device("cuda")` asks for a device and uses none. */
const isDeviceCompared = (expression: SyntaxNode, node: SyntaxNode, source: string): boolean =>
  expression.getChild('CompareOp') !== null && /^(?:\w+\.)?device\([^()]*\)(?:\.\w+)?$/.test(textOf(node, source));

/** How far up, and how many statements back, a guard is looked for. */
const MOST_STEPS = 2_000;
const MOST_SIBLINGS = 200;

const CATCHES = /\b(?:ImportError|ModuleNotFoundError|Exception|BaseException|RuntimeError|AssertionError|AttributeError|OSError|NotImplementedError)\b/;
const IMPORT_CATCHES = /\b(?:ImportError|ModuleNotFoundError|Exception|BaseException|OSError)\b/;

/** The branches of an `if`: each condition with its body, `else` with none. */
const branchesOf = (statement: SyntaxNode): { readonly condition: SyntaxNode | null; readonly body: SyntaxNode }[] => {
  const branches: { condition: SyntaxNode | null; body: SyntaxNode }[] = [];
  let condition: SyntaxNode | null = null;
  for (let node = statement.firstChild; node !== null; node = node.nextSibling) {
    if (node.name === 'Body') {
      branches.push({ condition, body: node });
      condition = null;
    } else if (node.name !== 'if' && node.name !== 'elif' && node.name !== 'else' && node.name !== '⚠' && node.name !== 'Comment') condition = node;
  }
  return branches;
};

const ifGuard = (statement: SyntaxNode, body: SyntaxNode, context: Context): Guard | null => {
  const { source } = context;
  for (const branch of branchesOf(statement)) {
    const isHere = branch.body.from === body.from;
    const guard = branch.condition === null ? null : guardOf(branch.condition, isHere, context);
    // Where MPS was asked for first, what follows is for others; inside of its own branch, CUDA is a mistake.
    if (guard === 'mps-handled' ? !isHere : guard !== null) return guard;
    // `if device.type in ("cpu", "mps")`, `if name == "mps" or …`: a Mac has gone that way.
    if (branch.condition !== null && !isHere && speaksOfMps(branch.condition, source)) return 'mps-handled';
    if (isHere) return null;
  }
  return null;
};

const conditionalGuard = (expression: SyntaxNode, node: SyntaxNode, context: Context): Guard | null => {
  const value = expression.firstChild;
  const condition = value?.nextSibling?.nextSibling ?? null;
  if (condition === null || node.from === condition.from) return null;
  const isValue = node.from === value?.from;
  const guard = guardOf(condition, isValue, context);
  if (guard !== null) return guard === 'mps-handled' && isValue ? null : guard;
  return !isValue && guardOf(condition, true, context) === 'mps-handled' ? 'mps-handled' : null;
};

const logicGuard = (expression: SyntaxNode, node: SyntaxNode, context: Context): Guard | null => {
  const left = expression.firstChild;
  const operator = left?.nextSibling?.name;
  if (left === null || node.from === left.from || (operator !== 'and' && operator !== 'or')) return null;
  return guardOf(left, operator === 'and', context);
};

/** A line of a handler that gives up. */
const STOPS = /(?:^|[\n:;])\s*(?:raise\b|(?:sys\.|os\._?)?(?:exit|quit)\s*\()/;

const bodyAfter = (node: SyntaxNode): SyntaxNode | null => {
  let at = node.nextSibling;
  while (at !== null && at.name !== 'Body' && at.name !== 'except') at = at.nextSibling;
  return at?.name === 'Body' ? at : null;
};

/** True within a handler: what is imported there has been missed once already. */
export const isInHandler = (start: SyntaxNode): boolean => {
  let node = start;
  for (let steps = 0; steps < MOST_STEPS && node.parent !== null; steps++, node = node.parent) {
    if (node.name === 'Body' && node.parent.name === 'TryStatement' && node.parent.firstChild?.nextSibling?.from !== node.from) return true;
  }
  return false;
};

const tryGuard = (statement: SyntaxNode, body: SyntaxNode, isImport: boolean, source: string): Guard | null => {
  if (statement.firstChild?.nextSibling?.from !== body.from) return null;
  for (let node: SyntaxNode | null = body.nextSibling; node !== null; node = node.nextSibling) {
    if (node.name !== 'except') continue;
    const caught = node.nextSibling;
    const handler = bodyAfter(node);
    // Who stops where it is missing needs it.
    if (handler !== null && STOPS.test(source.slice(handler.from, Math.min(handler.to, handler.from + 2_000)))) continue;
    if (caught === null || caught.name === 'Body') return 'try-import';
    if ((isImport ? IMPORT_CATCHES : CATCHES).test(textOf(caught, source))) return 'try-import';
  }
  return null;
};

/** A decorator that skips a test or picks an implementation: `@pytest.mark.skipif(not torch.cuda.is_available(), …)`. */
const decoratorGuard = (statement: SyntaxNode, source: string): Guard | null => {
  for (let node = statement.firstChild; node !== null; node = node.nextSibling) {
    if (node.name === 'Decorator' && /skip|require|xfail/i.test(textOf(node, source)) && /cuda|gpu|triton|nvidia/i.test(textOf(node, source)))
      return 'cuda-branch';
  }
  return null;
};

/** The name a function or class is defined with. */
export const nameOf = (definition: SyntaxNode, source: string): string => {
  const name = definition.getChild('VariableName');
  return name === null ? '' : textOf(name, source);
};

/** Names of one implementation among several, called where it fits: dtw_cuda, attention_xformers, TritonAttention. */
const VARIANT =
  /_(?:cuda|triton|xformers|flash|flash_?attn|tensorrt|trt|nccl|nvidia)$|^(?:_?cuda_|_?triton_|Triton[A-Z]|Cuda[A-Z]|CUDA[A-Z])|nvidia_smi|nvml|cuda_(?:memory|device)|flash_attn|xformers/;
/** What moves something to a device is called by everybody. */
const MOVES = /^_?(?:to|move|put|set|send|use|get|init|try)_/;

const isVariant = (definition: SyntaxNode, source: string): boolean => {
  const name = nameOf(definition, source);
  // `def cuda(self)` of a wrapper hands on what it is asked for.
  if (name === 'cuda') return true;
  if (!VARIANT.test(name) || (MOVES.test(name) && !/nvidia_smi|nvml|cuda_(?:memory|device)/.test(name))) return false;
  // Alone in its file it is no choice among several.
  const siblings = definition.parent;
  return (
    siblings !== null &&
    siblings.getChildren('FunctionDefinition').length + siblings.getChildren('ClassDefinition').length + siblings.getChildren('DecoratedStatement').length > 1
  );
};

const LEAVES = new Set(['ReturnStatement', 'ContinueStatement', 'BreakStatement']);

/** `if not torch.cuda.is_available(): return` before it: what follows runs with CUDA only. */
const earlierReturn = (statement: SyntaxNode, context: Context): Guard | null => {
  let node = statement.prevSibling;
  for (let steps = 0; node !== null && steps < MOST_SIBLINGS; steps++, node = node.prevSibling) {
    if (node.name !== 'IfStatement') continue;
    const [branch, ...others] = branchesOf(node);
    if (branch?.condition === undefined || branch.condition === null || others.length > 0) continue;
    if (!LEAVES.has(branch.body.lastChild?.name ?? '')) continue;
    const guard = guardOf(branch.condition, false, context);
    if (guard !== null) return guard;
    if (speaksOfMps(branch.condition, context.source)) return 'mps-handled';
  }
  return null;
};

/** What stands in `isinstance(x, …)` or `hasattr(torch, …)` is asked, not used. */
const isAsked = (call: SyntaxNode, source: string): boolean =>
  /^(?:isinstance|issubclass|hasattr|getattr)$/.test(call.firstChild === null ? '' : textOf(call.firstChild, source));

/**
 * Why a use is fine where it stands: in a branch for CUDA, in a `try` that expects it to be missing, behind a check of the platform; null where
 * nothing guards it.
 * @param isImport for an import only the errors of imports count
 */
export const guardAt = (start: SyntaxNode, context: Context, isImport = false): Guard | null => {
  const { source } = context;
  let node = start;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const parent = node.parent;
    if (parent === null) return null;
    let guard: Guard | null = null;
    if (parent.name === 'IfStatement' && node.name === 'Body') guard = ifGuard(parent, node, context);
    else if (parent.name === 'ConditionalExpression') guard = conditionalGuard(parent, node, context);
    else if (parent.name === 'BinaryExpression') guard = isDeviceCompared(parent, node, source) ? 'device-check' : logicGuard(parent, node, context);
    else if (parent.name === 'TryStatement' && node.name === 'Body') guard = tryGuard(parent, node, isImport, source);
    else if (parent.name === 'DecoratedStatement' && node.name !== 'Decorator') guard = decoratorGuard(parent, source);
    else if (parent.name === 'CallExpression' && node.name === 'ArgList' && isAsked(parent, source)) guard = 'device-check';
    else if (parent.name === 'WithStatement' && node.name === 'Body' && /\bsuppress\(.*(?:ImportError|Exception)/.test(textOf(parent, source)))
      guard = 'try-import';
    else if (parent.name === 'Body' || parent.name === 'Script') guard = earlierReturn(node, context);
    else if ((parent.name === 'FunctionDefinition' || parent.name === 'ClassDefinition') && isVariant(parent, source)) guard = 'cuda-branch';
    // What a function for CUDA imports when it is called is missing to nobody else.
    else if (isImport && parent.name === 'FunctionDefinition' && isCudaName(nameOf(parent, source))) guard = 'cuda-branch';
    if (guard !== null) return guard;
    node = parent;
  }
  return null;
};

export { branchesOf };
