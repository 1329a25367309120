import selectorData from 'virtual:selector-data/en';
import text from 'virtual:tool-text/en';
import { Selector, type SelectorProps } from './Selector.tsx';
import type { LaterText } from './text.ts';

const later: LaterText = {
  own: async () => (await import('virtual:tool-text/en/own')).default,
  paste: async () => (await import('virtual:tool-text/en/paste')).default,
  worked: async () => (await import('virtual:tool-text/en/worked')).default,
};

/** The tool with its English words: each language is an island of its own, so that a page loads one. */
export const SelectorEn = (props: SelectorProps) => <Selector locale="en" read={selectorData} text={text} later={later} {...props} />;
