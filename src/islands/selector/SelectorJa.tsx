import selectorData from 'virtual:selector-data/ja';
import text from 'virtual:tool-text/ja';
import { Selector, type SelectorProps } from './Selector.tsx';
import type { LaterText } from './text.ts';

const later: LaterText = {
  own: async () => (await import('virtual:tool-text/ja/own')).default,
  paste: async () => (await import('virtual:tool-text/ja/paste')).default,
  worked: async () => (await import('virtual:tool-text/ja/worked')).default,
};

/** The tool with its Japanese words: each language is an island of its own, so that a page loads one. */
export const SelectorJa = (props: SelectorProps) => <Selector locale="ja" read={selectorData} text={text} later={later} {...props} />;
