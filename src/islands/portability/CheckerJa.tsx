import texts from 'virtual:portability/ja';
import { Checker, type CheckerProps } from './Checker.tsx';

/** The checker with its Japanese words: each language is an island of its own, so that a page loads one. */
export const CheckerJa = (props: CheckerProps) => <Checker locale="ja" texts={texts()} {...props} />;
