import type { Locale } from '../../../i18n/locales.ts';
import type { Catalog } from '../../../selector/catalog.ts';
import type { SelectorData } from '../../../selector/data.ts';
import type { Selection } from '../../../selector/selection.ts';
import type { LoadLater } from '../later.ts';
import type { ToolText } from '../text.ts';

/** What every part of the form is made from. */
export interface AskPart {
  readonly selection: Selection;
  readonly data: SelectorData;
  readonly catalog: Catalog;
  readonly locale: Locale;
  readonly text: ToolText;
  readonly later: LoadLater;
  /** Takes over what the reader chose. */
  readonly set: (change: Partial<Selection>) => void;
}
