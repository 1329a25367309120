import type { EmbeddingModel } from '../../schemas/embedding-model.ts';

/** What the arithmetic of a model follows. */
export type EmbeddingShape = Pick<EmbeddingModel, 'paramsB' | 'vocab' | 'hiddenSize' | 'layers'>;

/** Parameters that compute, in 10^9: the table of tokens is only looked up. */
export const bodyParamsB = ({ paramsB, vocab, hiddenSize }: EmbeddingShape): number => paramsB - (vocab * hiddenSize) / 1e9;

/**
 * Operations per token of a text, in 10^12: two per parameter of the body (EleutherAI, Transformer Math), and in every layer four per
 * token of the text and unit of width, for the scores of all pairs and the values they weigh.
 */
export const teraOperationsPerToken = (shape: EmbeddingShape, sequenceTokens: number): number =>
  (2 * bodyParamsB(shape) + (4 * sequenceTokens * shape.hiddenSize * shape.layers) / 1e9) / 1000;
