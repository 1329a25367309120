import type { SyntaxNode } from '@lezer/common';
import type { Guard } from '../types.ts';
import { pathOf, stringOf, textOf, type Aliases } from './names.ts';

/** Source text with what is needed to resolve names in it. */
export interface Context {
  readonly source: string;
  readonly aliases: Aliases;
}

/** Names of switches and checks: HAS_TRITON, is_flash_attn_available(), args.use_cuda, FLASH_ATTN_AVAILABLE. */
const CUDA_NAME =
  /cuda|nvidia|nvml|triton|flash_?attn|flash_?attention|xformers|apex|tensorrt|deepspeed|bitsandbytes|(?:^|_)(?:bnb|gpus?|trt|rocm|hip|nccl)(?:_|\d|$)|causal_?conv|mamba_?ssm|transformer_?engine|cupy|fused|fp8|float8|(?:^|_)jit(?:_|$)|(?:^|_)ddp(?:_|$)|distributed|world_size|multi_?gpu|num_gpus|n_gpus?$|local_rank/i;
/** Checks whether something optional is there: is_te_available(), HAS_APEX, _TRITON_INSTALLED. */
const OPTIONAL_NAME =
  /(?:^|\.)(?:_?(?:is|has|have|can|supports?)_\w+_(?:available|installed|enabled|supported|exists?)$|\w*_(?:AVAILABLE|INSTALLED|FOUND|ENABLED|EXISTS)$|_?(?:HAS|HAVE)_[A-Z])|find_spec$|^sys\.modules$|is_initialized$/;
/** True for the name of a switch, check or function that is about CUDA or something that needs it. */
export const isCudaName = (name: string): boolean => CUDA_NAME.test(name);

const CUDA_STRING = /^(?:cuda|gpu|nvidia)\b|^(?:fp8|float8|nvfp4|mxfp8)/i;
const MPS_NAME = /(?:^|[._])mps(?:$|[._])|metal|apple_?silicon/i;
const PLATFORM_PATHS = /^(?:sys\.platform|platform\.(?:system|machine|processor)|os\.name|os\.uname)/;
const COMPARISONS = new Set(['==', '!=', 'is', 'in', 'not', '>', '<', '>=', '<=']);

const isString = (node: SyntaxNode): boolean => node.name === 'String' || node.name === 'FormatString' || node.name === 'ContinuedString';

/** Deepest nesting of a condition that is understood; nobody writes deeper ones. */
const DEEPEST = 40;

const unwrap = (node: SyntaxNode): SyntaxNode => {
  let at = node;
  for (let depth = 0; at.name === 'ParenthesizedExpression' && depth < DEEPEST; depth++) at = at.firstChild?.nextSibling ?? at;
  return at;
};

/** What a name, call or attribute stands for as a condition. */
const nameGuard = (node: SyntaxNode, { source, aliases }: Context): Guard | null => {
  const called = node.name === 'CallExpression' ? node.firstChild : node;
  const path = pathOf(called, source, aliases);
  const text = path ?? textOf(node, source);
  if (path !== null && PLATFORM_PATHS.test(path)) return 'platform';
  if (/(?:^|\.)TYPE_CHECKING$/.test(text)) return 'type-checking';
  // `x.device.type.startswith("cuda")`
  if (called?.name === 'MemberExpression' && /\.(?:startswith|__contains__)$/.test(textOf(called, source))) {
    const argument = node.lastChild?.firstChild?.nextSibling ?? null;
    const start = argument !== null && isString(argument) ? stringOf(argument, source) : null;
    if (start !== null) return CUDA_STRING.test(start) ? 'device-check' : PLATFORM_PATHS.test(text) && !isMac(start) ? 'platform' : null;
  }
  if (/\.is_cuda$/.test(text)) return 'device-check';
  if (/^torch\.cuda\.|^torch\.version\.(?:cuda|hip)$/.test(text)) return 'cuda-branch';
  if (path === null && node.name !== 'CallExpression') return null;
  if (CUDA_NAME.test(path ?? '')) return 'cuda-branch';
  return OPTIONAL_NAME.test(path ?? '') ? 'try-import' : null;
};

/** Names of platforms that are true of a Mac with Apple silicon. */
const isMac = (name: string): boolean => /^(?:darwin|mac|posix|arm|aarch64|unix)/i.test(name);

interface Comparison {
  readonly left: SyntaxNode;
  readonly operator: string;
  readonly right: SyntaxNode;
}

const comparisonOf = (node: SyntaxNode, source: string): Comparison | null => {
  if (node.name !== 'BinaryExpression') return null;
  const left = node.firstChild;
  const right = node.lastChild;
  if (left === null || right === null) return null;
  const words: string[] = [];
  for (let part = left.nextSibling; part !== null && part.from < right.from; part = part.nextSibling) words.push(textOf(part, source));
  return COMPARISONS.has(words[0] ?? '') ? { left, operator: words.join(' '), right } : null;
};

/** What is known where a comparison holds (`isTrue`) or does not. */
const comparisonGuard = ({ left, operator, right }: Comparison, isTrue: boolean, context: Context): Guard | null => {
  const [text, other] = isString(left) ? [left, right] : [right, left];
  if (isString(text)) {
    const content = stringOf(text, context.source) ?? '';
    const isPositive = operator === '==' || operator === 'in' || operator === 'is';
    if (nameGuard(unwrap(other), context) === 'platform') return (isMac(content) === isPositive) === isTrue ? null : 'platform';
    if (CUDA_STRING.test(content)) return isPositive === isTrue ? 'device-check' : null;
    // `os.getenv('MODEL_JIT') == 'True'`, `'--cuda_ext' in sys.argv`
    const asked = nameGuard(unwrap(other), context) ?? (operator === 'in' && isCudaName(content) ? 'cuda-branch' : null);
    if (asked !== null && isPositive === isTrue && !/^(?:0|false|none|no|off|)$/i.test(content)) return asked;
    // `!= "mps"` and `== "mps"` alike: whoever asks has thought of it.
    return MPS_NAME.test(content) ? 'mps-handled' : null;
  }
  const guard = nameGuard(unwrap(left), context) ?? nameGuard(unwrap(right), context);
  // `state == CPUState.MPS`
  if (guard === null) return [left, right].some((side) => MPS_NAME.test(pathOf(unwrap(side), context.source, context.aliases) ?? '')) ? 'mps-handled' : null;
  const absent = /^(?:==|is)$/.test(operator) && /^(?:None|0|False)$/.test(textOf(right, context.source));
  const below = operator.startsWith('<');
  const present = /^(?:!=|is not|>|>=)$/.test(operator) || (/^(?:==|is|in)$/.test(operator) && !absent);
  if (guard === 'platform') return guard;
  return (isTrue ? present && !below : absent || below) ? guard : null;
};

/** `a and b`, `a or b`, without brackets around it. */
const isLogic = (node: SyntaxNode): boolean => {
  const operator = node.name === 'BinaryExpression' ? node.firstChild?.nextSibling?.name : undefined;
  return operator === 'and' || operator === 'or';
};

/**
 * Why code runs only with CUDA (or only where it does no harm) if a condition is true, or false; null where the condition says nothing about
 * it. `a and b` being true tells what either tells; `a or b` only what both tell.
 */
export const guardOf = (condition: SyntaxNode, isTrue: boolean, context: Context, depth = 0, isFirstNegated = false): Guard | null => {
  if (depth > DEEPEST) return null;
  const node = unwrap(condition);
  const { source } = context;
  if (node.name === 'UnaryExpression' && node.firstChild?.name === 'not') {
    const inner = node.lastChild;
    if (inner === null) return null;
    // The grammar reads `not a or b` as `not (a or b)`; in Python `not` binds to `a` alone.
    return isLogic(inner) ? guardOf(inner, isTrue, context, depth + 1, !isFirstNegated) : guardOf(inner, isTrue === isFirstNegated, context, depth + 1);
  }
  if (isFirstNegated && !isLogic(node)) return guardOf(node, !isTrue, context, depth + 1);
  if (node.name === 'NamedExpression') return node.lastChild === null ? null : guardOf(node.lastChild, isTrue, context, depth + 1);
  if (node.name === 'BinaryExpression') {
    const comparison = comparisonOf(node, source);
    if (comparison !== null) return comparisonGuard(comparison, isTrue, context);
    const { firstChild: left, lastChild: right } = node;
    const operator = left?.nextSibling?.name;
    if (left === null || right === null || (operator !== 'and' && operator !== 'or')) return null;
    const [a, b] = [guardOf(left, isTrue, context, depth + 1, isFirstNegated), guardOf(right, isTrue, context, depth + 1)];
    return (operator === 'and') === isTrue ? (a ?? b) : a !== null && b !== null ? a : null;
  }
  if (isTrue && (node.name === 'VariableName' || node.name === 'MemberExpression' || node.name === 'CallExpression')) {
    const guard = nameGuard(node, context);
    if (guard !== null) return guard;
    return MPS_NAME.test(pathOf(node.name === 'CallExpression' ? node.firstChild : node, source, context.aliases) ?? '') ? 'mps-handled' : null;
  }
  return null;
};

/** True where a piece of code speaks of MPS: somebody has thought of it. Comments do not count, strings do. */
export const speaksOfMps = (node: SyntaxNode, source: string): boolean => {
  let found = false;
  node.cursor().iterate((ref) => {
    if (found || ref.name === 'Comment') return false;
    if (ref.name === 'String' || ref.name === 'VariableName' || ref.name === 'PropertyName') {
      if (/\bmps\b|(?:^|_)mps(?:_|$)/i.test(source.slice(ref.from, Math.min(ref.to, ref.from + 200)))) found = true;
    }
    return !found;
  });
  return found;
};
