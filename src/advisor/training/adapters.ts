import type { TrainingShape } from './types.ts';

/** Which matrices of a layer get an adapter: those of the attention, or all. */
export type AdapterTargets = 'attention' | 'all';

/** Widths of queries and of keys and values. Latent attention has other matrices; its width stands in for them. */
const attentionWidths = ({ hiddenSize, attentionHeads, kvLayers }: TrainingShape): { queries: number; keysValues: number } => {
  const layer = kvLayers.find((candidate) => candidate.kind !== 'mla');
  if (layer === undefined) return { queries: hiddenSize, keysValues: hiddenSize };
  return { queries: attentionHeads * layer.headDim, keysValues: layer.kvHeads * layer.headDim };
};

/**
 * Parameters of LoRA adapters: rank × (inputs + outputs) for every adapted matrix (Hu et al., arXiv 2106.09685): queries, keys, values
 * and output of the attention; gate, up and down of the feed-forward part, or up and down of four times the width where its size is unknown.
 * Every expert is a feed-forward part of its own (mlx-lm, tuner/lora.py: LoRASwitchLinear has matrices for each).
 */
export const adapterParams = (shape: TrainingShape, rank: number, layers: number, targets: AdapterTargets): number => {
  const { hiddenSize, intermediateSize, moe } = shape;
  const { queries, keysValues } = attentionWidths(shape);
  const attention = 2 * (hiddenSize + queries) + 2 * (hiddenSize + keysValues);
  const feedForward = intermediateSize === null ? 2 * 5 * hiddenSize : 3 * (hiddenSize + intermediateSize);
  return rank * layers * (attention + (targets === 'all' ? feedForward * (moe?.experts ?? 1) : 0));
};
