import type { TrainingMethod } from '../advisor/training/types.ts';
import type { MacosEra } from '../advisor/types.ts';

/** What somebody wants to do, in the order in which it is asked. */
export const TASKS = ['chat', 'agent', 'image', 'speech', 'lora', 'training', 'embedding', 'apps'] as const;
export type Task = (typeof TASKS)[number];

/** Which estimate serves a task. `apps` is a small language model beside a development environment. */
export type Kind = 'llm' | 'image' | 'speech' | 'embedding' | 'training';
export const KIND_OF: Readonly<Record<Task, Kind>> = {
  chat: 'llm',
  agent: 'llm',
  apps: 'llm',
  image: 'image',
  speech: 'speech',
  embedding: 'embedding',
  lora: 'training',
  training: 'training',
};

/** Types of KV cache the selector offers; the advisor knows more. */
export const CACHE_CHOICES = ['f16', 'q8_0', 'q4_0'] as const;
export type CacheChoice = (typeof CACHE_CHOICES)[number];

/** A language model that is not in the list, as far as somebody knows it. */
export interface OwnModel {
  readonly paramsB: number;
  /** Null for a dense model. */
  readonly activeParamsB: number | null;
  readonly layers: number;
  readonly kvHeads: number;
  readonly headDim: number;
}

/** Id that stands for the own model in place of one of the list. */
export const OWN_MODEL = 'own';

/** The Mac in hand. */
export interface OwnedMac {
  readonly chip: string;
  readonly memoryGB: number;
}

/**
 * Everything the reader chose. Ids, never positions in a list, so that links survive changes of the lists. One state for all tasks: what a
 * task does not use keeps its value, so that going back and forth loses nothing.
 */
export interface Selection {
  readonly task: Task;
  /** Id of the model in the list of the task’s kind, or `OWN_MODEL`. */
  readonly model: string;
  readonly own: OwnModel;
  readonly quant: string;
  readonly contextTokens: number;
  readonly cacheType: CacheChoice;
  /** Conversations at once. */
  readonly sequences: number;
  /** Width and height of an image. */
  readonly imagePx: number;
  readonly steps: number;
  readonly method: TrainingMethod;
  readonly batch: number;
  /** Tokens of one training example or one text to embed. */
  readonly sequenceTokens: number;
  /** The Mac in hand; null when one is to be bought. */
  readonly owned: OwnedMac | null;
  readonly currency: 'JPY' | 'USD';
  /** In the currency; null without a limit. */
  readonly maxPrice: number | null;
  readonly form: 'portable' | 'desk' | null;
  readonly condition: 'new' | 'any';
  readonly macos: MacosEra;
  /** Value of iogpu.wired_limit_mb; 0 is the default of macOS. */
  readonly wiredLimitMiB: number;
  readonly otherAppsGB: number;
  /** Room for files on the SSD beside the model. */
  readonly diskGB: number;
  readonly view: 'answer' | 'grid';
  /** Ids of up to three configurations side by side. */
  readonly compare: readonly string[];
}

export const MOST_COMPARED = 3;
