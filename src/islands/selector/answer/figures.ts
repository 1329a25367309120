import type { Range } from '../../../advisor/range.ts';
import type { KnownPrice } from '../../../advisor/recommend/configurations.ts';
import type { Locale } from '../../../i18n/locales.ts';
import type { SpeedUnit } from '../../../selector/result.ts';
import { integer } from '../format.ts';
import type { Say } from './say.ts';

/** An estimate is not known to more than two digits. */
export const figure = (value: number): string => {
  const rounded = Number(value.toPrecision(2));
  if (rounded >= 10) return integer(rounded);
  return rounded >= 1 ? rounded.toFixed(1).replace(/\.0$/, '') : String(Math.max(rounded, 0.001));
};

/** A published figure has been measured; three digits of it are kept. */
export const published = (value: number): string => (value >= 100 ? integer(Number(value.toPrecision(3))) : String(Number(value.toPrecision(3))));

/** `10〜15`, or one figure where both ends round to the same. */
export const rangeText = ({ low, high }: Pick<Range, 'low' | 'high'>, say: Say): string => {
  const [from, to] = [figure(low), figure(high)];
  return from === to ? from : say('range', { low: from, high: to });
};

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** Units of time, each from the number of seconds on at which it reads better than the one before. */
const DURATIONS = [
  { key: 'years', seconds: YEAR, from: 2 * YEAR },
  { key: 'days', seconds: DAY, from: 2 * DAY },
  { key: 'hours', seconds: HOUR, from: 100 * MINUTE },
  { key: 'minutes', seconds: MINUTE, from: 100 },
  { key: 'seconds', seconds: 1, from: 0 },
] as const;

/** A duration in seconds as people say it: `12〜20秒`, `3–5 hours`. */
export const durationText = ({ low, mid, high }: Range, say: Say): string => {
  const { key, seconds } = DURATIONS.find(({ from }) => mid >= from) ?? DURATIONS[4];
  return say(`duration.${key}`, { n: rangeText({ low: low / seconds, high: high / seconds }, say) });
};

const per = (amount: number, { low, mid, high }: Range): Range => ({ low: amount / high, mid: amount / mid, high: amount / low });

/** What a speed means in time: how long one image or an hour of sound takes. Null for tokens, which are counted per second anyway. */
const timeOf = (speed: Range, unit: SpeedUnit): Range | null => {
  if (unit === 'images-per-minute') return per(MINUTE, speed);
  return unit === 'times-real-time' ? per(HOUR, speed) : null;
};

/** A speed with its unit, and what it means in time. */
export const speedText = (speed: Range, unit: SpeedUnit, say: Say, key = 'speed'): string => {
  const time = timeOf(speed, unit);
  return say(`${key}.${unit}`, { range: rangeText(speed, say), time: time === null ? '' : durationText(time, say) });
};

const MONEY: Readonly<Record<Locale, Readonly<Record<KnownPrice['currency'], (amount: string) => string>>>> = {
  ja: { JPY: (amount) => `${amount}円`, USD: (amount) => `$${amount}` },
  en: { JPY: (amount) => `¥${amount}`, USD: (amount) => `$${amount}` },
};

export const moneyText = (amount: number, currency: KnownPrice['currency'], locale: Locale): string => MONEY[locale][currency](integer(amount));

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A date as precise as it is known: `2026-08` becomes 2026年8月 or August 2026. Written by hand for the reason given in format.ts. */
export const dateText = (date: string, locale: Locale): string => {
  const [year = '', month, day] = date.split('-');
  if (locale === 'ja') return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`;
  if (month === undefined) return year;
  const name = MONTHS[Number(month) - 1] ?? month;
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`;
};

/** A disk as it is sold: `512GB`, `2TB`. */
export const diskText = (gb: number): string => (gb >= 1000 ? `${gb / 1000}TB` : `${gb}GB`);

/** A file in decimal gigabytes, as disks count. */
export const fileText = (bytes: number): string => `${bytes < 1e9 ? Number((bytes / 1e9).toPrecision(2)) : (bytes / 1e9).toFixed(1)}GB`;

/** A share of a picture’s width, for SVG attributes. */
export const percent = (part: number): string => `${Math.round(part * 10_000) / 100}%`;
