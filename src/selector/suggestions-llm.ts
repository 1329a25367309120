import { modelAlternatives, type ModelChange } from '../advisor/recommend/model-alternatives.ts';
import { budgetSettings } from './budgets.ts';
import { llmRequest } from './need-llm.ts';
import type { Prepared } from './prepare.ts';
import { quantizationsFor } from './resolve-model.ts';
import type { SuggestedChange, Suggestion } from './result.ts';
import type { CacheChoice, Selection } from './selection.ts';
import { CACHE_CHOICES } from './selection.ts';

const isChoice = (type: string): type is CacheChoice => CACHE_CHOICES.some((choice) => choice === type);

/** The selection after a change; null for a change the selector has no field for. */
const applied = (change: ModelChange): Partial<Selection> | null => {
  switch (change.kind) {
    case 'close-apps':
      return { otherAppsGB: 0 };
    case 'raise-limit':
      return { wiredLimitMiB: change.wiredLimitMiB };
    case 'cache-type':
      return isChoice(change.cacheType) ? { cacheType: change.cacheType } : null;
    case 'quantization':
      return { quant: change.quant };
    case 'context':
      return { contextTokens: change.contextTokens };
    case 'model':
      return { model: change.model, quant: change.quant };
  }
};

const shown = ({ kind, ...values }: ModelChange): SuggestedChange => ({ kind, values });

/** What would help a language model on one machine: `modelAlternatives` of the advisor, as changes of the selection. */
export const llmSuggestions = (selection: Selection, machine: { readonly memoryGB: number; readonly inHand: boolean }, prepared: Prepared): Suggestion[] => {
  const request = llmRequest(selection, prepared);
  if (request === null) return [];
  const { memoryGB, inHand } = machine;
  const { gpuLimits } = prepared.data;
  const asked = prepared.models.get(selection.model);
  const settings = budgetSettings(selection, prepared.data)[inHand ? 'owned' : 'shop'](memoryGB);
  const found = modelAlternatives({
    request,
    memoryGB,
    macos: selection.macos,
    gpuLimits,
    settings,
    quantizations: quantizationsFor(selection, prepared),
    // The one asked for has to be among them, however old.
    models: asked === undefined || prepared.newest.includes(asked) ? prepared.newest : [...prepared.newest, asked],
  });
  return found.flatMap(({ changes, after }): Suggestion[] => {
    const fields = changes.map(applied);
    if (after === null || fields.some((field) => field === null)) return [];
    return [{ changes: changes.map(shown), apply: Object.assign({}, ...fields) as Partial<Selection>, status: after.fit.status }];
  });
};
