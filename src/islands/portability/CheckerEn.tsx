import texts from 'virtual:portability/en';
import { Checker, type CheckerProps } from './Checker.tsx';
import { laterWith } from './later.ts';
import { sayer } from './text.ts';

const later = laterWith('en', () => import('virtual:portability/en/report'));

/** The checker with its English words: each language is an island of its own, so that a page loads one. */
export const CheckerEn = (props: CheckerProps) => <Checker say={sayer(texts())} later={later} {...props} />;
