import { largestDiskBytes } from '../advisor/recommend/configurations.ts';
import type { Assessment } from '../advisor/recommend/limits.ts';
import { doesIt } from '../advisor/recommend/order.ts';
import type { Candidate } from '../advisor/recommend/recommend.ts';
import { GB } from './budgets.ts';
import type { Need, Suggestion } from './result.ts';
import type { Selection } from './selection.ts';

const named = ({ configuration: { id, mac, chip, memoryGB } }: Assessment) => ({ id, mac, chip, memoryGB });

/** The Mac to take instead of the one in hand: applied, it is judged as if it were in hand, with the limit macOS sets. */
export const biggerMac = (better: Candidate | null): Suggestion[] => {
  if (better === null || !doesIt(better.fit.status)) return [];
  const { chip, memoryGB } = better.configuration;
  const apply = { owned: { chip, memoryGB }, wiredLimitMiB: 0 };
  return [{ changes: [{ kind: 'bigger-mac', values: named(better) }], apply, status: better.fit.status }];
};

/** The field that has to give way for one broken limit; null where none can. */
const relaxed = (miss: Assessment, code: Assessment['exclusions'][number]['code'], need: Need, selection: Selection): Partial<Selection> | null => {
  switch (code) {
    case 'over-budget':
      return { maxPrice: miss.price?.amount ?? null };
    case 'price-unknown':
      return { maxPrice: null };
    case 'not-portable':
    case 'not-desk':
      return { form: null };
    case 'not-on-sale':
      return { condition: 'any' };
    case 'disk': {
      const diskGB = Math.floor((largestDiskBytes(miss.configuration) - (need.diskBytes - selection.diskGB * GB)) / GB);
      return diskGB >= 0 ? { diskGB } : null;
    }
    case 'too-slow':
    case 'speed-unknown':
    case 'too-small':
      return null;
  }
};

/** Where no Mac keeps all limits: those to give up for the one that came nearest, if it does the task. */
export const relaxLimits = (miss: Assessment | null, need: Need, selection: Selection): Suggestion[] => {
  if (miss === null) return [];
  const fields = miss.exclusions.map(({ code }) => relaxed(miss, code, need, selection));
  if (fields.some((field) => field === null)) return [];
  const apply = Object.assign({}, ...fields) as Partial<Selection>;
  const { maxPrice, diskGB } = apply;
  const values = {
    ...named(miss),
    limits: miss.exclusions.map(({ code }) => code).join(' '),
    ...(typeof maxPrice === 'number' ? { maxPrice } : {}),
    ...(diskGB === undefined ? {} : { diskGB }),
  };
  return [{ changes: [{ kind: 'relax-limits', values }], apply, status: miss.fit.status }];
};
