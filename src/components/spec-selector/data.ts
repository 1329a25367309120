import { memoryNeed } from '../../advisor/memory.ts';
import type { FeedForwardFacts } from '../../advisor/types.ts';
import { loadFacts } from '../../facts/registry.ts';
import { memoryOptions } from '../../facts/memory-options.ts';
import type { Facts } from '../../facts/collections.ts';
import { formatDate } from '../../i18n/dates.ts';
import type { Locale } from '../../i18n/locales.ts';
import { integer } from '../../islands/spec-selector/format.ts';
import type { MacOffer, SelectorData } from '../../islands/spec-selector/props.ts';

type Mac = Facts['macs'][number];
type Model = Facts['models'][number];
type Price = Facts['prices'][number];

/** Prices are shown in the currency of the reader: yen with tax in Japanese, dollars without in English. */
const CURRENCY = { ja: 'JPY', en: 'USD' } as const;
const MONEY = { JPY: (amount: number) => `${integer(amount)}円`, USD: (amount: number) => `$${integer(amount)}` };

/** A day, month or year as a reader writes it. */
const dateText = (date: string, locale: Locale): string => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return formatDate(new Date(`${date}T00:00:00Z`), locale);
  const [year, month] = date.split('-');
  if (month === undefined) return locale === 'ja' ? `${year}年` : `${year}`;
  return locale === 'ja' ? `${year}年${Number(month)}月` : `${year}-${month}`;
};

/** The lowest price known. Others may be lower and unknown, so it is always shown with the configuration it belongs to. */
const lowestPrice = (mac: Mac, memoryGB: number, prices: readonly Price[], locale: Locale): Price | undefined =>
  prices
    .filter((price) => price.mac === mac.id && price.memoryGB === memoryGB && price.current && price.currency === CURRENCY[locale])
    .sort((a, b) => a.amount - b.amount)[0];

/** The Mac with that memory, or undefined if it does not come with it. */
const offer = (mac: Mac, memoryGB: number, { chips, prices }: Facts, locale: Locale): MacOffer | undefined => {
  const names = chips.filter((chip) => mac.chips.includes(chip.id) && memoryOptions(mac, chip).includes(memoryGB)).map(({ name }) => name);
  if (names.length === 0) return undefined;
  const price = lowestPrice(mac, memoryGB, prices, locale);
  const asOf = price?.sources[0]?.asOf;
  return {
    name: mac.name[locale],
    chips: [...new Set(names)].join(' / '),
    ...(price && asOf && { price: MONEY[price.currency](price.amount), config: price.config[locale], asOf: dateText(asOf, locale) }),
  };
};

/** The feed-forward layers, of the models whose need depends on them at the longest context or before; of the others they would travel in vain. */
const feedForwardOf = (model: Model, { quantizations }: Facts): Partial<FeedForwardFacts> => {
  const { layers, intermediateSize, moe, ...rest } = model;
  const needOf = (subject: Omit<Model, keyof FeedForwardFacts>, quantization: Facts['quantizations'][number]): number =>
    memoryNeed({ model: subject, quantization, known: quantizations, contextTokens: model.contextMax }).totalBytes;
  if (quantizations.every((quantization) => needOf(model, quantization) === needOf(rest, quantization))) return {};
  return { layers, intermediateSize, moe: moe && { experts: moe.experts, activeExperts: moe.activeExperts } };
};

/** The facts the spec selector needs, in one language and without anything it does not show. */
export const selectorData = (locale: Locale, facts: Facts = loadFacts()): SelectorData => {
  const onSale = facts.macs.filter((mac) => mac.onSale);
  const offersOf = (memoryGB: number): MacOffer[] => onSale.flatMap((mac) => offer(mac, memoryGB, facts, locale) ?? []);
  return {
    models: facts.models.map((model) => ({
      id: model.id,
      name: model.name,
      family: model.family,
      japanese: model.japanese,
      paramsB: model.paramsB,
      hiddenSize: model.hiddenSize,
      vocab: model.vocab,
      attentionHeads: model.attentionHeads,
      tiedEmbeddings: model.tiedEmbeddings,
      contextMax: model.contextMax,
      attention: model.attention,
      filesOnly: model.filesOnly,
      ...feedForwardOf(model, facts),
      files: model.files.map(({ quant, bytes }) => ({ quant, bytes })),
      ...(model.note && { note: model.note[locale] }),
    })),
    quantizations: facts.quantizations.map(({ id, engine, bitsPerWeight, bodyBits, embeddingBits, outputBits, general, common, label, note }) => ({
      id,
      engine,
      bitsPerWeight,
      bodyBits,
      embeddingBits,
      outputBits,
      general,
      common,
      label: label[locale],
      note: note[locale],
    })),
    gpuLimits: facts.gpuLimits.map(({ memoryGB, legacyFraction, legacyUsableMiB, currentFraction, currentUsableMiB, currentObserved }) => ({
      memoryGB,
      legacyFraction,
      legacyUsableMiB,
      currentFraction,
      currentUsableMiB,
      currentObserved,
    })),
    macs: Object.fromEntries(facts.gpuLimits.map(({ memoryGB }) => [memoryGB, offersOf(memoryGB)])),
  };
};
