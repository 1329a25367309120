import type { ModelFacts, QuantizationFacts } from './types.ts';

/** Weights in a block of every K- and i-type. A row must be whole blocks; the types that stand in for them have blocks of 32. */
const BLOCK = 256;

const isOdd = (width: number): boolean => width % BLOCK !== 0;

/** Bits per weight of Q8_0, the type of an output matrix with such rows, whatever the quantization. */
const ODD_OUTPUT_BITS = 8.5;

/** Bits per weight of IQ4_NL, which stands in for every i-type. */
const ODD_I_BITS = 4.5;

/** Bits per weight of the type that stands in for another, by the bits of that one. */
const REPLACEMENT: ReadonlyMap<number, number> = new Map([
  [2.625, 4.5], // Q2_K, Q4_0
  [3.4375, 4.5], // Q3_K, Q4_0; IQ3_S, IQ4_NL
  [4.25, 4.5], // IQ4_XS, IQ4_NL
  [4.5, 5.5], // Q4_K, Q5_0
  [5.5, 6], // Q5_K, Q5_1
  [6.5625, 8.5], // Q6_K, Q8_0
]);

const replaced = (bits: number): number => REPLACEMENT.get(bits) ?? bits;

/**
 * What a K-quantization is mixed of: the bits of its usual type, those of the type of the tensors it treats better, and the part of the
 * down projections that are among these.
 */
const K_MIXES: Readonly<Record<string, readonly [usual: number, better: number, downPart: number]>> = {
  q2_k_s: [2.625, 4.5, 1 / 8],
  q2_k: [2.625, 3.4375, 1],
  q3_k_s: [3.4375, 4.5, 0],
  q3_k_m: [3.4375, 4.5, 1],
  q3_k_l: [3.4375, 5.5, 1],
  q4_k_s: [4.5, 5.5, 1 / 8],
  q4_k_m: [4.5, 6.5625, 1 / 2],
  q5_k_s: [5.5, 6.5625, 0],
  q5_k_m: [5.5, 6.5625, 1 / 2],
  q6_k: [6.5625, 6.5625, 0],
};

/** IQ4_NL itself has blocks of 32. */
const isIQuantization = (id: string): boolean => id.startsWith('iq') && id !== 'iq4_nl';

/** Bits per weight added by the replacement: to all rows of the body on average, and to those of the down projections. */
const addedBits = ({ id, bodyBits }: QuantizationFacts): { readonly all: number; readonly down: number } => {
  if (isIQuantization(id)) {
    const all = Math.max(0, ODD_I_BITS - bodyBits);
    return { all, down: all };
  }
  const mix = K_MIXES[id];
  if (mix === undefined) return { all: 0, down: 0 };
  const [usual, better, downPart] = mix;
  const addedOf = (part: number): number => replaced(usual) - usual + part * (replaced(better) - better - replaced(usual) + usual);
  return { all: addedOf(better === usual ? 0 : (bodyBits - usual) / (better - usual)), down: addedOf(downPart) };
};

/** Bits per weight of the three parts of a file. */
export type PartBits = Pick<QuantizationFacts, 'bodyBits' | 'embeddingBits' | 'outputBits'>;

/**
 * Bits per weight a quantization has in a model whose rows do not all fill its blocks. llama.cpp stores a tensor whose row length is no
 * multiple of 256 in a type with blocks of 32 and more bits: Q4_K as Q5_0, Q5_K as Q5_1, Q6_K as Q8_0, Q2_K and Q3_K as Q4_0, i-types as
 * IQ4_NL (src/llama-quant.cpp, tensor_type_fallback), and an output matrix as Q8_0. Rows of the down projections are as long as the
 * feed-forward layer is wide, all others as the hidden size. That of the attention output is counted with the latter: it may differ, but it is a
 * twentieth of such a model. Files come out within 5 %; without the rule Nemotron Nano 30B was 22 % too light and Gemma 3 1B 18 %.
 *
 * MLX has groups of 64, which every published width fills. A quantization with the same bits everywhere is what somebody said of a file, and
 * stays as it is; so does one of a model whose feed-forward width is not known.
 * @param bodyWeights weights of everything except the token embedding and the output matrix
 */
export const bitsInRows = (model: ModelFacts, quantization: QuantizationFacts, bodyWeights: number): PartBits => {
  const { hiddenSize, intermediateSize, layers, moe } = model;
  const { bodyBits, embeddingBits, outputBits, engine } = quantization;
  if (engine !== 'llama.cpp' || bodyBits === outputBits || !intermediateSize || layers === undefined) return quantization;
  const oddHidden = isOdd(hiddenSize);
  const oddDown = isOdd(intermediateSize);
  if (!oddHidden && !oddDown) return quantization;

  const added = addedBits(quantization);
  const down = added.down * Math.min(1, (layers * (moe?.experts ?? 1) * hiddenSize * intermediateSize) / Math.max(1, bodyWeights));
  const others = Math.max(0, added.all - down);
  const isBlocked = K_MIXES[quantization.id] !== undefined || isIQuantization(quantization.id);
  return {
    bodyBits: bodyBits + (oddHidden && oddDown ? added.all : oddDown ? down : others),
    embeddingBits: oddHidden && isBlocked ? replaced(embeddingBits) : embeddingBits,
    outputBits: oddHidden ? Math.max(outputBits, ODD_OUTPUT_BITS) : outputBits,
  };
};
