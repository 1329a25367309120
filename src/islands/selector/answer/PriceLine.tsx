import type { KnownPrice } from '../../../advisor/recommend/configurations.ts';
import type { MachineView } from '../../../selector/result.ts';
import { dateText, diskText, moneyText } from './figures.ts';
import type { Shared } from './shared.ts';

type At = Pick<Shared, 'say' | 'locale'>;

/** One price: `149,800円（税込、SSD 512GB、2026年9月29日時点）`. */
const priceText = ({ currency, amount, storageGB, asOf }: KnownPrice, { say, locale }: At): string =>
  say(storageGB === null ? 'price' : 'price.disk', {
    money: moneyText(amount, currency, locale),
    tax: say(`price.tax.${currency}`),
    disk: storageGB === null ? '' : diskText(storageGB),
    date: dateText(asOf, locale),
  });

/** The price with the day it was seen. One that is not known is never guessed: the price in the other country is a hint and named as one. */
export const priceLine = (
  { price, foreignPrice }: Pick<MachineView, 'price' | 'foreignPrice'>,
  { say, locale, selection }: At & Pick<Shared, 'selection'>,
): string => {
  if (price !== null) return priceText(price, { say, locale });
  const unknown = say(`price.unknown.${selection.currency}`);
  return foreignPrice === null
    ? unknown
    : `${unknown}${say('sentence-gap')}${say(`price.foreign.${foreignPrice.currency}`, { price: priceText(foreignPrice, { say, locale }) })}`;
};

/** Whether a machine is the one in hand: it is not for sale. */
export const isInHand = ({ onSale }: Pick<MachineView, 'onSale'>): boolean => onSale === null;

/** A Mac in hand costs nothing more, so it has no such line. */
export const PriceLine = ({ machine, at }: { machine: MachineView; at: Shared }) =>
  isInHand(machine) ? null : (
    <div>
      <dt>{at.say('price.title')}</dt>
      <dd>{priceLine(machine, at)}</dd>
    </div>
  );
