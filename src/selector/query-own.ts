import { HEAD_DIM, KV_HEADS, LAYERS, PARAMS_B, type Limits } from './limits.ts';
import { field, type Field } from './query-field.ts';
import { decimalIn, NONE, numberText, wholeIn, type IgnoredReason, type QueryKey } from './query-values.ts';
import { OWN_MODEL, type OwnModel } from './selection.ts';

/** The own model is always written out where it is the one that is asked about. */
const own = (key: QueryKey, read: (text: string, own: OwnModel) => Partial<OwnModel> | IgnoredReason, write: (own: OwnModel) => string): Field =>
  field(
    key,
    (text, selection) => {
      const change = read(text, selection.own);
      return typeof change === 'string' ? change : { own: { ...selection.own, ...change } };
    },
    (selection) => write(selection.own),
    ({ model }) => model === OWN_MODEL,
  );

const ownCount = (key: QueryKey, name: 'layers' | 'kvHeads' | 'headDim', limits: Limits): Field =>
  own(
    key,
    (text) => {
      const value = wholeIn(text, limits);
      return typeof value === 'number' ? { [name]: value } : value;
    },
    (model) => String(model[name]),
  );

const params = own(
  'params',
  (text, { activeParamsB }) => {
    const paramsB = decimalIn(text, PARAMS_B);
    if (typeof paramsB !== 'number') return paramsB;
    return { paramsB, activeParamsB: activeParamsB !== null && activeParamsB < paramsB ? activeParamsB : null };
  },
  ({ paramsB }) => numberText(paramsB),
);

const active = own(
  'active',
  (text, { paramsB }) => {
    if (text === NONE) return { activeParamsB: null };
    const activeParamsB = decimalIn(text, PARAMS_B);
    if (typeof activeParamsB !== 'number') return activeParamsB;
    return activeParamsB < paramsB ? { activeParamsB } : 'out-of-range';
  },
  ({ activeParamsB }) => (activeParamsB === null ? NONE : numberText(activeParamsB)),
);

/** The figures of the own model. Active parameters are read after all parameters, of which they are a part. */
export const OWN_FIELDS: readonly Field[] = [
  params,
  active,
  ownCount('layers', 'layers', LAYERS),
  ownCount('kvheads', 'kvHeads', KV_HEADS),
  ownCount('headdim', 'headDim', HEAD_DIM),
];
