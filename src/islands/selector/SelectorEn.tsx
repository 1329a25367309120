import selectorData from 'virtual:selector-data/en';
import text from 'virtual:tool-text/en';
import { laterWith } from './later.ts';
import { Selector, type SelectorProps } from './Selector.tsx';

const later = laterWith(text, () => import('virtual:tool-text/en/later'));

/** The tool with its English words: each language is an island of its own, so that a page loads one. */
export const SelectorEn = (props: SelectorProps) => <Selector locale="en" read={selectorData} text={text} later={later} {...props} />;
