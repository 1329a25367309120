import { markdown } from '../../../selector/markdown.ts';
import type { SelectorResult } from '../../../selector/result.ts';
import { markdownTexts } from './markdown-texts.ts';
import type { Shared } from './shared.ts';

/** The answer as one text to paste elsewhere. @param address of the page with this selection, in full */
export const copied = (result: SelectorResult, address: string, at: Shared): string => markdown(result, at.selection, address, markdownTexts(at)).join('\n');
