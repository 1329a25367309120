import { bitsInRows } from './row-width.ts';
import type { ListedQuantization, ModelFacts, QuantizationFacts } from './types.ts';

export interface Weights {
  readonly bytes: number;
  /**
   * `file`: the size of a published file. `params`: computed from the parameter count. `bounded`: computed, then kept between the
   * files that are known for the next smaller and the next larger quantization.
   */
  readonly rule: 'file' | 'params' | 'bounded';
}

/** Whether a model comes in a quantization: as a listed file, or because the quantization can be made of any model. */
export const isOffered = (model: ModelFacts, quantization: QuantizationFacts): boolean =>
  model.files.some(({ quant }) => quant === quantization.id) || (quantization.general && !model.filesOnly);

/**
 * What a list shows of the quantizations a model comes in, in their order: the common ones, those it has a file in, and the chosen one.
 * Most models come in forty, too many to choose from; a link may name any of them (`isOffered`).
 */
export const offered = <Q extends ListedQuantization>(model: ModelFacts, quantizations: readonly Q[], chosen?: string): Q[] =>
  quantizations.filter(
    (quantization) =>
      isOffered(model, quantization) && (quantization.common || quantization.id === chosen || model.files.some(({ quant }) => quant === quantization.id)),
  );

/**
 * Bytes of all weights from the dimensions. A quantized file stores the token embedding and the output matrix with other bit widths than
 * the rest; they are a third of a 1B model and a hundredth of a 70B model, which is why one number of bits per weight misses small
 * models by up to 6 %. Bit widths: llama.cpp, tools/quantize/README.md and ggml-common.h; MLX: bits + 32 bits per group of 64.
 */
const fromParameters = (model: ModelFacts, quantization: QuantizationFacts): number => {
  const total = model.paramsB * 1e9;
  const matrices = model.tiedEmbeddings ? 1 : 2;
  // The two matrices cannot hold more weights than the model; dimensions a reader typed may say so.
  const matrix = Math.min(model.vocab * model.hiddenSize, total / matrices);
  const body = total - matrices * matrix;
  const { bodyBits, embeddingBits, outputBits } = bitsInRows(model, quantization, body);
  return Math.ceil((body * bodyBits + matrix * (model.tiedEmbeddings ? outputBits : embeddingBits + outputBits)) / 8);
};

/**
 * Bytes the weights of `model` take in `quantization`, and by which rule they were found: the real file size if one is known, else
 * from the parameter count. A computed size never contradicts what is known better: it lies between the files of the next smaller and
 * next larger quantization (not every tensor fits the blocks of a K-quantization, and such models have larger files than their
 * parameter count suggests), and a quantization with more bits per weight is never computed to be lighter than one with fewer (mixes
 * that spend their bits on the matrices at both ends would be, for the smallest models).
 * @param known the quantizations `model.files` may name; their order does not matter
 */
export const weightsBytes = (model: ModelFacts, quantization: QuantizationFacts, known: readonly QuantizationFacts[] = []): Weights => {
  const file = model.files.find(({ quant }) => quant === quantization.id);
  if (file !== undefined) return { bytes: file.bytes, rule: 'file' };

  const own = fromParameters(model, quantization);
  let computed = own;
  let least = 0;
  let most = Infinity;
  for (const other of known) {
    if (other.engine !== quantization.engine || other.bitsPerWeight === quantization.bitsPerWeight) continue;
    const isLess = other.bitsPerWeight < quantization.bitsPerWeight;
    if (isLess) computed = Math.max(computed, fromParameters(model, other));
    const bytes = model.files.find(({ quant }) => quant === other.id)?.bytes;
    if (bytes === undefined) continue;
    if (isLess) least = Math.max(least, bytes);
    else most = Math.min(most, bytes);
  }
  const bytes = Math.max(least, Math.min(most, computed));
  return { bytes, rule: bytes === own ? 'params' : 'bounded' };
};
