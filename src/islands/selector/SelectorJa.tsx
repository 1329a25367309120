import text from 'virtual:tool-text/ja';
import { Selector, type SelectorProps } from './Selector.tsx';

/** The tool with its Japanese words: each language is an island of its own, so that a page loads one. */
export const SelectorJa = (props: SelectorProps) => <Selector locale="ja" text={text} {...props} />;
