import selectorData from 'virtual:selector-data/ja';
import text from 'virtual:tool-text/ja';
import { laterWith } from './later.ts';
import { Selector, type SelectorProps } from './Selector.tsx';

const later = laterWith(text, () => import('virtual:tool-text/ja/later'));

/** The tool with its Japanese words: each language is an island of its own, so that a page loads one. */
export const SelectorJa = (props: SelectorProps) => <Selector locale="ja" read={selectorData} text={text} later={later} {...props} />;
