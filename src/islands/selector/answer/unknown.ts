import type { UnknownCode } from '../../../selector/result.ts';
import type { Say } from './say.ts';

/** Parts of a model that have a name among the parts of the memory. */
const NAMED_PARTS: readonly string[] = ['denoiser', 'textEncoder', 'vae', 'activations'];
/** What else can be missing. */
const NAMED_VALUES: readonly string[] = ['model', 'sequenceTokens'];

const partName = (part: string, say: Say): string => {
  if (NAMED_PARTS.includes(part)) return say(`term.${part}`);
  return NAMED_VALUES.includes(part) ? say(`missing.${part}`) : part;
};

/** What is not known, and why that keeps us from an answer. */
export const unknownText = (code: UnknownCode, say: Say): string => {
  const cut = code.indexOf(':');
  return say(`unknown.${code.slice(0, cut)}`, { part: partName(code.slice(cut + 1), say) });
};
