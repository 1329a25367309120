import type { FitStatus } from '../advisor/budget.ts';
import type { DescriptionNote } from '../advisor/described-model.ts';
import type { MemoryNote } from '../advisor/memory.ts';
import type { UnknownReason } from '../advisor/unknown.ts';

/** Codes of `notes`: what a reader should know of how a question was read, or before trusting the numbers. */
export type NoteCode =
  | DescriptionNote
  | MemoryNote
  | 'not-published-in-this-quantization'
  | 'context-beyond-model'
  | 'prompt-beyond-context'
  | 'memory-not-sold-with-chip'
  | 'fanless-slows-down-under-load'
  | 'slows-down-under-load-in-fanless-macs';

/** The codes in words. They stand in --help and in --text. */
export const NOTES: Readonly<Record<NoteCode, string>> = {
  'weights-unknown': 'neither a size nor a parameter count was given; the weights and all that rests on them are not known',
  'cache-unknown': 'no layers were given; the cache is not known, and the speeds are those with an empty one',
  'dimensions-assumed': 'vocabulary, hidden size, heads or the width of experts were assumed; they decide the compute buffer and little else',
  'bits-assumed': 'no format of the weights was given; 16 bits are assumed',
  'values-need-flash-attention': 'llama.cpp refuses a quantized cache of values without flash attention',
  'cache-type-not-in-mlx': 'mlx-lm stores no cache of this type',
  'not-published-in-this-quantization': 'no file of this model in this format is known; the size is computed',
  'context-beyond-model': 'the context is longer than the model was made for',
  'prompt-beyond-context': 'the prompt is longer than the context; the cache counts contextTokens, the time promptTokens',
  'memory-not-sold-with-chip': 'no Mac is sold with this chip and this much memory',
  'fanless-slows-down-under-load': 'without a fan it slows down after minutes of load; the speeds are those at the start',
  'slows-down-under-load-in-fanless-macs': 'this chip is also sold without a fan, where it slows down after minutes of load',
};

/** The statuses of a budget in words. */
export const STATUSES: Readonly<Record<FitStatus, string>> = {
  comfortable: 'fits with room to spare',
  fits: 'fits',
  tight: 'fits, but only into the room that should stay free; close everything else',
  'needs-setting': 'fits once the GPU limit is raised',
  no: 'does not fit',
};

/** Why there is no answer, in words. */
export const UNKNOWN_REASONS: Readonly<Record<UnknownReason, string>> = {
  'part-size-unknown': 'no source states the size of',
  'gpu-rate-unknown': 'nobody states how fast the GPU is of',
  'no-measurement': 'no published run to scale from for',
  'beyond-model': 'more than the model takes:',
};
