import type { KvLayer, RecurrentLayers } from '../schemas/model.ts';
import type { SelectorModel } from './data.ts';

/** The numbers of a group of layers by its kind, in the order in which they travel. */
const FIELDS: { readonly [K in KvLayer['kind']]: readonly Exclude<keyof Extract<KvLayer, { kind: K }>, 'kind'>[] } = {
  full: ['layers', 'kvHeads', 'headDim'],
  swa: ['layers', 'kvHeads', 'headDim', 'window'],
  chunk: ['layers', 'kvHeads', 'headDim', 'window'],
  mla: ['layers', 'kvLoraRank', 'qkRopeHeadDim'],
};

/** The same of layers with a state of fixed size. */
const STATE_FIELDS: readonly (keyof RecurrentLayers)[] = ['layers', 'convKernel', 'dInner', 'nGroups', 'dState'];

type PackedLayers = readonly [kind: KvLayer['kind'], layers: number, ...rest: number[]];

/** Layers without a cache of their own, those with a state of fixed size, and the groups of the others. */
export type PackedAttention = readonly [shared: number, recurrent: readonly number[] | null, ...groups: PackedLayers[]];

/** Attention as lists of numbers. A group of as many layers as the model has, which is the rule, travels as 0. */
export const packAttention = ({ attention, layers }: Pick<SelectorModel, 'attention' | 'layers'>): PackedAttention => [
  attention.sharedKvLayers,
  attention.recurrent && STATE_FIELDS.map((field) => attention.recurrent?.[field] ?? 0),
  ...attention.kvLayers.map((group): PackedLayers => {
    const [own = 0, ...rest] = FIELDS[group.kind].map((field) => (group as unknown as Record<string, number>)[field] ?? 0);
    return [group.kind, own === layers ? 0 : own, ...rest];
  }),
];

export const unpackAttention = ([sharedKvLayers, recurrent, ...groups]: PackedAttention, layers: number): SelectorModel['attention'] => ({
  kvLayers: groups.map(
    ([kind, own, ...rest]) => Object.fromEntries([['kind', kind], ...FIELDS[kind].map((field, place) => [field, [own || layers, ...rest][place]])]) as KvLayer,
  ),
  sharedKvLayers,
  recurrent: recurrent && (Object.fromEntries(STATE_FIELDS.map((field, place) => [field, recurrent[place]])) as unknown as RecurrentLayers),
});
