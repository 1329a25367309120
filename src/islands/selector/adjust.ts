import { hasQuantization, type Catalog } from '../../selector/catalog.ts';
import { KIND_OF, type Selection } from '../../selector/selection.ts';

/** A setting that changed because the model chosen does not go with it. */
export type Adjustment = 'contextTokens' | 'sequenceTokens' | 'quant';

/** Which settings another model took from the reader. What merely follows the model, as the usual number of steps does, is not among them. */
export const adjustments = (before: Selection, after: Selection, catalog: Catalog): Adjustment[] => {
  const kind = KIND_OF[after.task];
  const found: Adjustment[] = [];
  if (kind === 'llm' && after.contextTokens < before.contextTokens) found.push('contextTokens');
  if ((kind === 'training' || kind === 'embedding') && after.sequenceTokens < before.sequenceTokens) found.push('sequenceTokens');
  if (after.quant !== before.quant && !hasQuantization(kind, after.model, before.quant, catalog)) found.push('quant');
  return found;
};
