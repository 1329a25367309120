import { MiB, sumBytes } from '../bytes.ts';
import { OVERHEAD_BYTES } from '../overhead.ts';
import type { SpeechModelFacts } from './types.ts';

/** Keys and values are kept at 16 bit. */
const CACHE_BYTES = 2;

/** Text positions and sound positions of Whisper (448 and 1,500), padded as whisper.cpp reserves them. */
const TEXT_CELLS = 512;
const AUDIO_CELLS = 1536;

/**
 * What whisper.cpp needs beside weights and caches, in bytes: constant + per unit of width. Fitted to the five totals of its README
 * (273 MB to 3.9 GB), which it meets within 5 %; two constants for five rows, so it proves little for other sizes.
 */
const COMPUTE_CONSTANT = 60e6;
const COMPUTE_PER_WIDTH = 0.31e6;

export const SPEECH_TERM_KEYS = ['weights', 'textCache', 'audioCache', 'compute', 'overhead'] as const;
export type SpeechTermKey = (typeof SPEECH_TERM_KEYS)[number];

export interface SpeechMemory {
  readonly known: true;
  readonly terms: readonly { readonly key: SpeechTermKey; readonly bytes: number }[];
  readonly totalBytes: number;
  readonly weightsBytes: number;
}

/**
 * Memory of whisper.cpp on the GPU: the file, the decoder's cache of the text (2 × layers × width × positions), its cache of the sound,
 * and the buffers. It does not depend on the length of the recording, which is read in windows of 30 s.
 * @param bits bits per weight of the file: 16 as published, 8.5 for q8_0, 5.5 for q5_0
 */
export const speechMemory = (model: SpeechModelFacts, bits = 16): SpeechMemory => {
  const cache = (cells: number): number => 2 * model.decoderLayers * model.hiddenSize * cells * CACHE_BYTES;
  const weightsBytes = Math.ceil((model.fileMiB * MiB * bits) / 16);
  const bytes: Record<SpeechTermKey, number> = {
    weights: weightsBytes,
    textCache: cache(TEXT_CELLS),
    audioCache: cache(AUDIO_CELLS),
    compute: Math.ceil(COMPUTE_CONSTANT + COMPUTE_PER_WIDTH * model.hiddenSize),
    overhead: OVERHEAD_BYTES,
  };
  const terms = SPEECH_TERM_KEYS.map((key) => ({ key, bytes: bytes[key] }));
  return { known: true, terms, totalBytes: sumBytes(terms), weightsBytes };
};
