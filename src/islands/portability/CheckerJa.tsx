import texts from 'virtual:portability/ja';
import { Checker, type CheckerProps } from './Checker.tsx';
import { laterWith } from './later.ts';
import { sayer } from './text.ts';

const later = laterWith('ja', () => import('virtual:portability/ja/report'));

/** The checker with its Japanese words: each language is an island of its own, so that a page loads one. */
export const CheckerJa = (props: CheckerProps) => <Checker say={sayer(texts())} later={later} {...props} />;
