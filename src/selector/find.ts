import { isOneSlipAway, nearMatches } from '../text/near.ts';
import { compactOf, heard, tokensOf, wordsOf } from './find-tokens.ts';
import { FILLERS, JAPANESE_WORDS, READINGS } from './readings.ts';

/** What a search needs of a model of any kind. */
export interface FindableModel {
  readonly id: string;
  readonly name: string;
  readonly family?: string;
  readonly japanese?: boolean;
  /** In 10^9. */
  readonly paramsB?: number;
}

interface Entry<M> {
  readonly model: M;
  readonly words: readonly string[];
  readonly compact: string;
  /** Readings and publishers, as they are heard. */
  readonly readings: readonly string[];
}

const JAPANESE_HEARD = JAPANESE_WORDS.map(heard);

/** How well a word fits, less is better; null where it does not. The steps only order the list. */
type Score = number | null;
const EXACT = 0;
/** A number without its unit: 27 for 27b rather than 270m. */
const BARE_SIZE = 0.5;
const PREFIX = 1;
const BY_READING = 1;
const BY_SIZE = 2;
const INSIDE = 3;
const SLIP = 5;
const NEAR = 6;

/** A size somebody asks for covers models that are called so only roughly: 30b finds one of 31.6. */
const SIZE_TOLERANCE = 0.06;

const entries = new WeakMap<FindableModel, Entry<FindableModel>>();

const entryOf = <M extends FindableModel>(model: M): Entry<M> => {
  const known = entries.get(model);
  if (known !== undefined) return known as Entry<M>;
  const text = `${model.id} ${model.name} ${model.family ?? ''}`;
  const lower = text.toLowerCase();
  const entry = {
    model,
    words: [...new Set(wordsOf(text))],
    compact: compactOf(`${model.id} ${model.name}`),
    readings: READINGS.filter(([key]) => lower.includes(key))
      .flatMap(([, words]) => words)
      .map(heard),
  };
  entries.set(model, entry);
  return entry;
};

const isNumber = (token: string): boolean => /^\d/.test(token);
const isLatin = (token: string): boolean => /^[a-z]/.test(token);

const bySize = (token: string, paramsB: number | undefined): boolean => {
  const size = /^(\d+(?:\.\d+)?)b$/.exec(token)?.[1];
  return size !== undefined && paramsB !== undefined && Math.abs(paramsB - Number(size)) <= Number(size) * SIZE_TOLERANCE;
};

/** One word of a query against one model. */
const fit = (token: string, { model, words, compact, readings }: Entry<FindableModel>): Score => {
  if (words.includes(token)) return EXACT;
  if (isNumber(token) && words.includes(`${token}b`)) return BARE_SIZE;
  if (words.some((word) => word.startsWith(token))) return PREFIX;
  const sound = heard(token);
  // A reading may also be followed by more than a name: ラマサン.
  const isReading = (reading: string): boolean => reading.startsWith(sound) || (reading.length >= 3 && sound.startsWith(reading));
  if (sound !== '' && readings.some(isReading)) return BY_READING;
  if (model.japanese === true && JAPANESE_HEARD.some((word) => word === sound || (word.length >= 3 && sound.startsWith(word)))) return BY_READING;
  if (bySize(token, model.paramsB)) return BY_SIZE;
  if (isNumber(token) || token.length < 3) return null;
  const compactToken = compactOf(token);
  return isLatin(token) && compactToken.length >= 3 && compact.includes(compactToken) ? INSIDE : null;
};

/** The same for a word that fits nothing: with a slip of the finger, then with a letter or two more that are wrong. */
const fitRoughly = (token: string, entry: Entry<FindableModel>): Score => {
  const exact = fit(token, entry);
  if (exact !== null || isNumber(token) || token.length < 4) return exact;
  const sound = heard(token);
  const known = [...entry.words.filter((word) => word.length >= 3), ...entry.readings.filter((reading) => reading.length >= 3)];
  if (known.some((word) => isOneSlipAway(sound, word) || (word.length > sound.length && isOneSlipAway(sound, word.slice(0, sound.length))))) return SLIP;
  return token.length >= 5 &&
    nearMatches(
      sound,
      known.filter((word) => Math.abs(word.length - sound.length) <= 2),
    ).length > 0
    ? NEAR
    : null;
};

/** Names of quantizations, which a query for a model may hold as well: “8B q4”. */
const QUANTIZATION = /^(?:i?q\d\w*|\d+bit|mlx|gguf|ggml|mxfp\d|nvfp4|bf16|fp?16|fp?32|int[48])$/;

const ranked = <M extends FindableModel>(tokens: readonly string[], list: readonly Entry<M>[], fits: typeof fit): M[] => {
  const whole = tokens.join('').replaceAll('.', '');
  const found: { readonly model: M; readonly score: number }[] = [];
  for (const entry of list) {
    const scores = tokens.map((token) => fits(token, entry));
    if (scores.includes(null)) continue;
    // The very name goes before longer ones that begin with it: phi-4 before phi-4-mini.
    const isName = compactOf(entry.model.id) === whole || compactOf(entry.model.name) === whole;
    found.push({ model: entry.model, score: isName ? -1 : scores.reduce<number>((sum, score) => sum + (score ?? 0), 0) });
  }
  return found.sort((a, b) => a.score - b.score).map(({ model }) => model);
};

/**
 * The models a query means, the best fit first and otherwise in the order of the list. Every word must fit: name or part of it, family,
 * publisher, reading in kana (クウェン, らま), size (30b), 日本語 for models made for Japanese; words about quantizations and fillers are passed
 * over. Only where nothing fits are slips of the finger forgiven. An empty query gives the whole list.
 */
export const findModels = <M extends FindableModel>(query: string, models: readonly M[]): readonly M[] => {
  const list = models.map(entryOf);
  const isOfModels = (token: string): boolean => list.some(({ words }) => words.some((word) => word.startsWith(token)));
  const tokens = tokensOf(query).filter((token) => !FILLERS.includes(token) && (!QUANTIZATION.test(token) || isOfModels(token)));
  if (tokens.length === 0) return /[^\s]/.test(query) && tokensOf(query).length === 0 ? [] : models;
  const found = ranked(tokens, list, fit);
  return found.length > 0 ? found : ranked(tokens, list, fitRoughly);
};

/** What a search needs of a quantization. */
export interface FindableQuantization {
  readonly id: string;
  readonly engine: string;
  readonly common: boolean;
}

const ENGINE_WORDS: Readonly<Record<string, readonly string[]>> = { 'llama.cpp': ['gguf', 'ggml', 'llama.cpp', 'ollama', 'lmstudio'], mlx: ['mlx', 'apple'] };

/** Bits of a format as its name has them: 4 for q4_k_m, mxfp4 and mlx-4bit. */
const bitsIn = (id: string): string | undefined => /(?:q|fp|f|mlx-)(\d+)/.exec(id)?.[1];

/**
 * The quantizations a query names, common ones first and otherwise in the order of the list: “q4”, “4bit”, “4ビット”, “mlx 8”, “Q4_K_M”. Of a
 * query for models the words that are none of a quantization are passed over. Empty where nothing in it names one.
 */
export const findQuantizations = <Q extends FindableQuantization>(query: string, quantizations: readonly Q[]): readonly Q[] => {
  const named = tokensOf(query).filter((token) => QUANTIZATION.test(token));
  if (named.length === 0) return [];
  const fits = ({ id, engine }: Q): boolean =>
    named.every((token) => {
      const bits = /^(\d+)bit$/.exec(token)?.[1];
      if (bits !== undefined && bitsIn(id) === bits) return true;
      if (ENGINE_WORDS[engine]?.includes(token)) return true;
      return compactOf(id).startsWith(compactOf(token)) || id.split(/[_-]/).some((word) => word.startsWith(token));
    });
  const asked = compactOf(named.join(''));
  const rank = (quantization: Q): number => (compactOf(quantization.id) === asked ? 0 : quantization.common ? 1 : 2);
  return quantizations.filter(fits).sort((a, b) => rank(a) - rank(b));
};
