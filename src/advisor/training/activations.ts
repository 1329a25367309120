import type { TrainingShape } from './types.ts';

export interface ActivationOptions {
  readonly batch: number;
  readonly sequenceTokens: number;
  /** Layers the gradients pass through: all, or those from the first adapter on. */
  readonly layers: number;
  readonly checkpointing: boolean;
  readonly flashAttention: boolean;
}

/**
 * Bytes one layer keeps per token for the way back, at 16 bit. Korthikanti et al. (arXiv 2205.05198) count 34 × width for a layer with a
 * feed-forward part of four times the width and dropout. Today's layers have no dropout and a gated feed-forward part, which counted the
 * same way keeps 18 × width + 8 × its inner width: with the logits 14.3 GB where a full fine-tune of Llama 3.2 3B
 * leaves 13.2 (peft, MetaMathQA). A token passes several experts.
 */
const bytesPerToken = ({ hiddenSize, intermediateSize, moe }: TrainingShape): number =>
  intermediateSize === null ? 34 * hiddenSize : 18 * hiddenSize + 8 * intermediateSize * (moe?.activeExperts ?? 1);

/**
 * Intermediate results kept for the way back. Attention without flash attention adds 5 × heads × tokens² per sequence and layer (the same
 * paper, equation 2). With checkpointing each layer keeps its input only, 2 × width, and one layer at a time is computed again.
 */
export const activationBytes = (shape: TrainingShape, options: ActivationOptions): number => {
  const { batch, sequenceTokens, layers, checkpointing, flashAttention } = options;
  const tokens = batch * sequenceTokens;
  const scores = flashAttention ? 0 : 5 * shape.attentionHeads * tokens * sequenceTokens;
  const layer = tokens * bytesPerToken(shape) + scores;
  const kept = layers * layer;
  return checkpointing ? Math.min(kept, layers * tokens * 2 * shape.hiddenSize + layer) : kept;
};

/**
 * Bytes per entry of the output, tokens × vocabulary: the result at 16 bit, its 32-bit copy for the loss, and the gradient of that copy.
 * Often the peak for models with a large vocabulary.
 */
const LOGIT_BYTES = 10;

export const logitBytes = (shape: TrainingShape, batch: number, sequenceTokens: number): number => batch * sequenceTokens * shape.vocab * LOGIT_BYTES;
