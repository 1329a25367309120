import { loadFacts } from '../../facts/registry.ts';
import type { Locale } from '../../i18n/locales.ts';
import { t } from '../../i18n/ui.ts';
import { shortDtypes } from '../../operators/dtypes.ts';
import type { Way } from '../../operators/way.ts';
import type { Operator, OperatorTable } from '../../schemas/operator-table.ts';

/** A shape for each way, so that they can be told apart without colour. */
export const WAY_MARKS: Readonly<Record<Way, string>> = { native: '◎', composite: '○', fallback: '△', none: '×' };

/**
 * The table the page shows: the newest.
 * @throws Error where there is none
 */
export const operatorTable = (): OperatorTable => {
  const table = loadFacts().operatorTables.at(-1);
  if (table === undefined) throw new Error('content/facts/operator-tables.json holds no table');
  return table;
};

/** The name people know an operator by. */
export const usualName = ({ name, python }: Pick<Operator, 'name' | 'python'>): string => python[0] ?? name;

/** Its other names: those in Python, and that of an error message where it is another word. */
export const otherNames = ({ name, python }: Pick<Operator, 'name' | 'python'>): readonly string[] => {
  const [usual, ...others] = python;
  return usual === undefined || usual.endsWith(`.${name}`) ? others : [...others, `aten::${name}`];
};

const joined = (dtypes: readonly string[], locale: Locale): string => dtypes.join(locale === 'ja' ? '、' : ', ');

/** The dtypes of the tests, in few words. */
export const testedText = (operator: Operator, locale: Locale): string => {
  const { testedDtypes } = operator;
  if (testedDtypes === undefined) return '';
  if (testedDtypes.length > 0) return shortDtypes(testedDtypes)?.join(' ') ?? t(locale, 'operators.dtypes.all');
  return operator.mps === 'none' ? '' : t(locale, 'operators.dtypes.conditional');
};

/** Limits of the tests as sentences. What a note explains better is left to it. */
export const limitTexts = ({ limits = [], note }: Operator, locale: Locale): readonly string[] =>
  limits.flatMap(({ kind, variant, dtypes }) => {
    if (kind === 'skipped' || note !== undefined) return [];
    const text =
      kind === 'gradient' && dtypes.length === 0
        ? t(locale, 'operators.limit.gradientAll')
        : t(locale, `operators.limit.${kind}`, { dtypes: joined(shortDtypes(dtypes) ?? [t(locale, 'operators.dtypes.all')], locale) });
    return [(variant === '' ? '' : t(locale, 'operators.limit.variant', { variant })) + text];
  });
