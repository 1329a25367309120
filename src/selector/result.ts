import type { Budget, Fit, FitStatus } from '../advisor/budget.ts';
import type { ComputeBuffer } from '../advisor/compute-buffer.ts';
import type { DescriptionNote } from '../advisor/described-model.ts';
import type { ImageMemory } from '../advisor/image/memory.ts';
import type { KvCacheTerm } from '../advisor/kv-cache.ts';
import type { MemoryNote } from '../advisor/memory.ts';
import type { Range } from '../advisor/range.ts';
import type { Currency, KnownPrice } from '../advisor/recommend/configurations.ts';
import type { ExclusionCode } from '../advisor/recommend/limits.ts';
import type { CandidateReason } from '../advisor/recommend/recommend.ts';
import type { UnknownReason } from '../advisor/unknown.ts';
import type { Weights } from '../advisor/weights.ts';
import type { Selection } from './selection.ts';

/** One part of the memory a task needs. Keys are those of the advisor’s terms: weights, kvCache, activations, … */
export interface NeedTerm {
  readonly key: string;
  readonly bytes: number;
}

/**
 * How the numbers of a need came about, for “working shown”: the rule of the weights, the law of the compute buffer, the rule of the
 * activations, settings a runtime would refuse, and what is missing of an own model.
 */
export type NeedNote =
  | `weights-${Weights['rule']}`
  | `compute-${ComputeBuffer['law']}`
  | `activations-${ImageMemory['activationRule']}`
  | MemoryNote
  | DescriptionNote
  | 'not-published-in-this-quantization';

/** What an answer lacks: the reason and the part, as `part-size-unknown:vae`. `not-listed`: an id that is not among the data. */
export type UnknownCode = `${UnknownReason | 'not-listed'}:${string}`;

/** What a task needs on any Mac. */
export interface Need {
  /** With the room to keep free counted as overhead, as it is shown beside a limit. */
  readonly terms: readonly NeedTerm[];
  readonly totalBytes: number;
  readonly weightsBytes: number;
  /** Files on the SSD: weights and what the reader keeps. */
  readonly diskBytes: number;
  /** The cache by kind of layer, for language models; empty elsewhere. */
  readonly kvTerms: readonly KvCacheTerm[];
  readonly notes: readonly NeedNote[];
}

/** Unit of a speed; in all of them more is better. */
export type SpeedUnit = 'tokens-per-second' | 'images-per-minute' | 'times-real-time' | 'training-tokens-per-second' | 'text-tokens-per-second';

export interface MeasuredPoint {
  readonly measure: 'decode' | 'prefill';
  readonly tokensPerSecond: number;
  readonly contextTokens: number;
  readonly quant: string;
  readonly date: string;
  readonly source: { readonly name: string; readonly url: string };
}

/** A machine judged for the task. */
export interface MachineView {
  /** `mac-mini-2026/m6-12/32` for a Mac of the shop; `m2-8/16` for a chip and memory in hand. */
  readonly id: string;
  readonly mac: string | null;
  readonly chip: string;
  readonly memoryGB: number;
  readonly budget: Budget;
  readonly fit: Fit;
  readonly speed: Range | null;
  /** Null for a task whose speed nobody measured. */
  readonly unit: SpeedUnit | null;
  /** Reading the prompt, for language models. */
  readonly prefill: Range | null;
  readonly timeToFirstToken: Range | null;
  /** How far such decode estimates have been off: mean absolute error as a part of 1, for language models. */
  readonly speedError: number | null;
  /** Language models: false where no chip of its generation was measured and a neighbour stands in. */
  readonly generationMeasured: boolean | null;
  /** Published figures for this chip and model, the nearest quantization first. */
  readonly measured: readonly MeasuredPoint[];
  readonly price: KnownPrice | null;
  readonly foreignPrice: KnownPrice | null;
  readonly fan: boolean | null;
  readonly portable: boolean | null;
  readonly onSale: boolean | null;
  readonly largestDiskGB: number | null;
  readonly reasons: readonly CandidateReason[];
  readonly exclusions: readonly { readonly code: ExclusionCode; readonly by: number | null }[];
}

/**
 * What can be changed. `sequence`: shorter training examples or texts. `relax-limits`: without the limits on price, form or condition that
 * keep the nearest miss out.
 */
export type SuggestionKind =
  | 'close-apps'
  | 'cache-type'
  | 'quantization'
  | 'raise-limit'
  | 'context'
  | 'model'
  | 'bigger-mac'
  | 'method'
  | 'smaller-image'
  | 'batch'
  | 'sequence'
  | 'relax-limits';

export interface SuggestedChange {
  readonly kind: SuggestionKind;
  /** What changes, for the text of the button: ids and numbers by name, as in the selection. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** Something that would help: a change of the selection, or two that are enough together, and how the task would stand then. */
export interface Suggestion {
  readonly changes: readonly SuggestedChange[];
  readonly apply: Partial<Selection>;
  /** On the machine of `suggestionsFor`; for `bigger-mac` and `relax-limits` on the Mac they name. */
  readonly status: FitStatus;
}

/**
 * The answer in one word: `owned-…`: the Mac in hand does it / only just / after the setting / does not. `buy`: the first candidate.
 * `none`: Macs do it, but none that keeps the limits. `rent`: it fits, and takes longer than anyone waits. `cloud`: no Mac sold does it.
 */
export type VerdictKind =
  'owned-comfortable' | 'owned-fits' | 'owned-tight' | 'owned-needs-setting' | 'owned-no' | 'buy' | 'none' | 'rent' | 'cloud' | 'unknown';

export interface Step {
  readonly machine: MachineView;
  readonly statusChange: readonly [FitStatus, FitStatus];
  readonly speedRatio: number | null;
  /** Price after − price before; null unless both are known in one currency. */
  readonly extraPrice: { readonly currency: Currency; readonly amount: number } | null;
}

export interface SelectorResult {
  /** Null where a part of the need is not published; `unknown` says which. */
  readonly need: Need | null;
  readonly unknown: readonly UnknownCode[];
  readonly verdict: VerdictKind;
  /** The Mac in hand, judged. */
  readonly owned: MachineView | null;
  /** Id of the first candidate that gains something over the Mac in hand and loses nothing. */
  readonly better: string | null;
  /** What to take, the first first; at most a dozen. */
  readonly candidates: readonly MachineView[];
  readonly candidateCount: number;
  /** Id of the cheapest that fits. */
  readonly cheapest: string | null;
  readonly nearestMiss: MachineView | null;
  readonly stepUp: Step | null;
  readonly stepDown: Step | null;
  readonly suggestions: readonly Suggestion[];
  /** The machine the suggestions are for: the Mac in hand, what only just does it, or what misses by memory alone. */
  readonly suggestionsFor: MachineView | null;
  /** True where renting a GPU is the honest advice. */
  readonly cloud: boolean;
  /** Machines side by side, as chosen. */
  readonly compared: readonly MachineView[];
  /** Days to train from nothing, for the task `training`; null elsewhere or without a basis. */
  readonly trainingDays: Range | null;
}

/** What fits at all: memory sizes × models or quantizations. */
export interface Grid {
  readonly sizesGB: readonly number[];
  readonly rows: readonly {
    readonly id: string;
    /** Name of the model; for a quantization, a training method and the own model the id, which the page puts in words. */
    readonly label: string;
    /** With the room to keep free, as in `Need`. */
    readonly totalBytes: number;
    readonly cells: readonly FitStatus[];
    /** The selection with this row taken. */
    readonly apply: Partial<Selection>;
  }[];
}
