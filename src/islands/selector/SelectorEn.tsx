import text from 'virtual:tool-text/en';
import { Selector, type SelectorProps } from './Selector.tsx';

/** The tool with its English words: each language is an island of its own, so that a page loads one. */
export const SelectorEn = (props: SelectorProps) => <Selector locale="en" text={text} {...props} />;
