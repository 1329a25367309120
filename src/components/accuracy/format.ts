import { formatNumber } from '../../facts/format.ts';
import type { Locale } from '../../i18n/locales.ts';
import { t } from '../../i18n/ui.ts';

/** `12%` of a part of 1. */
export const percent = (part: number, locale: Locale, digits = 0): string => `${formatNumber(part * 100, locale, digits)}%`;

/** `12%`; one digit behind the point below 10 %, where whole percents would say too little. */
export const finePercent = (part: number, locale: Locale): string => percent(part, locale, part >= 0.0005 && part < 0.0995 ? 1 : 0);

/** `+12%`, `−8%`; `0%` for what rounds to nothing. */
export const signedPercent = (part: number, locale: Locale, digits = 0): string => {
  const size = percent(Math.abs(part), locale, digits);
  if (Number(Math.abs(part * 100).toFixed(digits)) === 0) return size;
  return (part > 0 ? '+' : '−') + size;
};

/** `6.7〜9.7`, `6.7–9.7` */
export const span = ({ low, high }: { readonly low: number; readonly high: number }, locale: Locale): string =>
  [low, high].map((end) => figure(end, locale)).join(locale === 'ja' ? '〜' : '–');

/** Three significant digits, none behind the point from 100 on. */
export const figure = (value: number, locale: Locale): string => {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  return formatNumber(Number(value.toFixed(digits)), locale, digits);
};

/** `1.5倍`, `1.5×` */
export const times = (value: number, locale: Locale, digits = 2): string => t(locale, 'accuracy.times', { value: formatNumber(value, locale, digits) });
