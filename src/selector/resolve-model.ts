import { describedModel, type DescriptionNote } from '../advisor/described-model.ts';
import type { ListedQuantization, SpeedModelFacts, SpeedQuantizationFacts } from '../advisor/types.ts';
import type { SelectorQuantization } from './data.ts';
import type { Prepared } from './prepare.ts';
import { OWN_MODEL, type OwnModel, type Selection } from './selection.ts';

/** A language model and its quantization, whether from the list or described. */
export interface ResolvedModel {
  readonly model: SpeedModelFacts;
  readonly quantization: SpeedQuantizationFacts;
  readonly notes: readonly DescriptionNote[];
}

const describe = (own: OwnModel, quantization: SelectorQuantization): ResolvedModel => {
  const { paramsB, layers, kvHeads, headDim } = own;
  // No token uses more than all parameters; as many as all is a dense model.
  const activeParamsB = own.activeParamsB !== null && own.activeParamsB < paramsB ? own.activeParamsB : null;
  const described = describedModel(
    { paramsB, activeParamsB: activeParamsB ?? undefined, layers, kvLayers: [{ kind: 'full', layers, kvHeads, headDim }] },
    { engine: quantization.engine, quantization },
  );
  return {
    // How many experts there are is not asked: the active parameters say what is read.
    model: { ...described.model, activeParamsB, intermediateSize: null, moe: activeParamsB === null ? null : { experts: 1, activeExperts: 1 } },
    quantization: { ...described.quantization, kernel: quantization.kernel },
    notes: described.notes,
  };
};

/** The language model chosen, by id or as described. @returns null for ids that are not listed */
export const resolveModel = ({ model: id, own, quant }: Pick<Selection, 'model' | 'own' | 'quant'>, prepared: Prepared): ResolvedModel | null => {
  const quantization = prepared.quantizations.get(quant);
  if (quantization === undefined) return null;
  if (id === OWN_MODEL) return describe(own, quantization);
  const model = prepared.models.get(id);
  return model === undefined ? null : { model, quantization, notes: [] };
};

/** The quantizations as they are for a model: of one that is described only the bits of a whole file can be used. */
export const quantizationsFor = ({ model, own }: Pick<Selection, 'model' | 'own'>, { data }: Prepared): readonly ListedQuantization[] =>
  model === OWN_MODEL ? data.quantizations.map((one) => ({ ...describe(own, one).quantization, common: one.common })) : data.quantizations;
