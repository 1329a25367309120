import type { Locale } from '../../../i18n/locales.ts';
import type { SelectorData } from '../../../selector/data.ts';
import type { Prepared } from '../../../selector/prepare.ts';
import type { Selection } from '../../../selector/selection.ts';
import type { LoadLater } from '../later.ts';
import type { ToolText } from '../text.ts';
import { sayer, type Say } from './say.ts';

/** What every part of the answer is written with. */
export interface Shared {
  readonly say: Say;
  readonly text: ToolText;
  readonly later: LoadLater;
  readonly locale: Locale;
  readonly data: SelectorData;
  readonly prepared: Prepared;
  readonly selection: Selection;
  /** Merges into the selection. */
  readonly apply: (change: Partial<Selection>) => void;
  /** False on the server and until the island is awake: what cannot work yet is not shown, or cannot be pressed. */
  readonly awake: boolean;
}

/** The same with other texts: those of a part that loaded later are more than those of the start. */
export const withText = (at: Shared, text: ToolText): Shared => ({ ...at, text, say: sayer(text) });
