import type { GpuLimitFacts, ListedQuantization, ModelFacts } from '../../advisor/types.ts';
import type { Selection } from '../../advisor/query.ts';
import type { SelectorText } from './text.ts';

/** A model as the selector shows it; texts are those of one language. */
export interface SelectorModel extends ModelFacts {
  readonly name: string;
  readonly family: string;
  readonly japanese: boolean;
  readonly note?: string;
}

export interface SelectorQuantization extends ListedQuantization {
  readonly label: string;
  readonly note: string;
}

/** A Mac on sale with a certain memory. */
export interface MacOffer {
  readonly name: string;
  /** Chips it has with that memory: `M5 Pro / M5 Max` */
  readonly chips: string;
  /** The lowest price known, written out, the configuration it belongs to, and the day it was seen. */
  readonly price?: string;
  readonly config?: string;
  readonly asOf?: string;
}

/** What the selector calculates with. It travels as one JSON text, which is half as large in the page as a nested property. */
export interface SelectorData {
  readonly models: readonly SelectorModel[];
  readonly quantizations: readonly SelectorQuantization[];
  readonly gpuLimits: readonly GpuLimitFacts[];
  /** By memory size in GB. */
  readonly macs: Readonly<Record<number, readonly MacOffer[]>>;
}

export interface SelectorProps {
  readonly data: string;
  readonly text: SelectorText;
  /** What the page shows before its query string is read. */
  readonly start: Selection;
  /** Address of the selector without a query, in the language of the page. */
  readonly path: string;
}
