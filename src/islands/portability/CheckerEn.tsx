import texts from 'virtual:portability/en';
import { Checker, type CheckerProps } from './Checker.tsx';

/** The checker with its English words: each language is an island of its own, so that a page loads one. */
export const CheckerEn = (props: CheckerProps) => <Checker locale="en" texts={texts()} {...props} />;
