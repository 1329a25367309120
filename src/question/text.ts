import { GiB } from '../advisor/bytes.ts';
import type { Range } from '../advisor/range.ts';
import type { KnownPrice } from '../advisor/recommend/configurations.ts';
import type { ModelChange } from '../advisor/recommend/model-alternatives.ts';
import { isRefusal, type Answer, type Refusal } from './answer.ts';
import type { Basis } from './basis.ts';
import type { LlmResult } from './llm.ts';
import type { AlternativeLine } from './llm-alternatives.ts';
import type { BudgetResult } from './machine.ts';
import { NOTES, STATUSES } from './notes.ts';
import type { MacLine, RecommendResult } from './recommend.ts';
import type { Settings } from './settings.ts';
import type { TaskResult } from './tasks.ts';

type Result = Exclude<Answer, Refusal>;

const COLUMN = 24;

const row = (label: string, ...values: readonly string[]): string => `  ${label.padEnd(COLUMN)}${values.join('  ')}`.trimEnd();

const number = (value: number, digits = 0): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: Math.max(digits, value < 10 ? 2 : 1) });

const gib = (bytes: number): string => `${(bytes / GiB).toFixed(2).padStart(8)} GiB`;

/** `weightsBytes` as `weights`, `kvCacheBytes` as `KV cache`. */
const partName = (key: string): string => {
  const words = key
    .replace(/Bytes$/, '')
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase();
  return words.replace(/^kv /, 'KV ').replace(/^vae$/, 'VAE');
};

const setting = ([name, value]: [string, unknown]): string => `${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`;

/** What is as it comes is not worth a word: nothing set, nothing else running, no answer to a question that was not asked. */
const isWorthAWord = ([name, value]: [string, unknown]): boolean => value !== null && !(value === 0 && (name === 'wiredLimitMiB' || name === 'otherAppsGB'));

const heading = ({ task, model, chip, memoryGB, macOS, mac, wiredLimitMiB, otherAppsGB, ...settings }: Settings): string => {
  const machine = [mac, chip, typeof memoryGB === 'number' ? `${memoryGB}GB` : null, `macOS ${String(macOS)}`].filter((part) => typeof part === 'string');
  const held = Object.entries({ wiredLimitMiB, otherAppsGB });
  const words = (entries: [string, unknown][]): string[] => entries.filter(isWorthAWord).map(setting);
  const asked = [typeof model === 'string' ? model : 'the described model', ...words(Object.entries(settings))];
  return `${String(task)}: ${asked.join(', ')}\non ${[...machine, ...words(held)].join(', ')}`;
};

const partLine = ([key, bytes]: [string, number | null]): string[] =>
  bytes === 0 ? [] : [row(partName(key), bytes === null ? `${'?'.padStart(8)} GiB` : gib(bytes))];

const memoryPart = (memory: Result['memory'], budget: BudgetResult | null): string[] => {
  if (memory === null) return [];
  const lines = ['Memory', ...Object.entries<number | null>(memory).flatMap(partLine)];
  if (budget === null) return lines;
  const { gpuLimitBytes, usableBytes, marginBytes, status, wiredLimitMiB, estimated } = budget;
  return [
    ...lines,
    row('GPU limit', gib(gpuLimitBytes), estimated ? '(not yet observed for this size and macOS)' : ''),
    ...(usableBytes < gpuLimitBytes ? [row('usable of it', gib(usableBytes))] : []),
    row('to keep free', gib(marginBytes)),
    row(
      'verdict',
      `${status === null ? 'not known' : STATUSES[status]}${wiredLimitMiB === undefined ? '' : `: sudo sysctl iogpu.wired_limit_mb=${wiredLimitMiB}`}`,
    ),
  ];
};

const range = ({ low, mid, high }: Range, unit: string): string => `${number(mid)} ${unit}  (${number(low)} to ${number(high)})`;

const TOKENS = 'tokens/s';

const speedPart = (result: Result): string[] => {
  if (!('decode' in result)) return result.speed === null ? [] : ['Speed', row('estimate', range(result.speed, result.speed.unit))];
  const { decode, prefill, timeToFirstTokenSeconds, sustained } = result;
  if (decode === null || prefill === null || timeToFirstTokenSeconds === null) return [];
  return [
    'Speed',
    row('decode', range(decode, TOKENS)),
    row('prefill', range(prefill, TOKENS)),
    row('time to first token', range(timeToFirstTokenSeconds, 's')),
    ...(sustained === null ? [] : [row('decode, once hot', range(sustained.decode, TOKENS)), row('prefill, once hot', range(sustained.prefill, TOKENS))]),
  ];
};

const measuredPart = (basis: readonly Basis[]): string[] => {
  const lines = basis.flatMap((one) =>
    one.kind !== 'measured'
      ? []
      : [
          row(
            `${one.measure} ${number(one.tokensPerSecond)} ${TOKENS}`,
            `${one.quant}${one.otherQuantization ? ' (another format)' : ''}, ${number(one.contextTokens)} tokens, ${one.software}, ${one.date}, ${one.source}`,
          ),
        ],
  );
  return lines.length === 0 ? [] : ['Published runs of this model on this chip', ...lines];
};

const money = (price: KnownPrice | null): string =>
  price === null ? '' : `${price.currency === 'JPY' ? '¥' : '$'}${number(price.amount)} (${price.current ? '' : 'earlier price, '}${price.asOf})`;

const mac = ({ id, status, speed, price, foreignPrice }: MacLine): string =>
  `  ${id.padEnd(56)} ${status.padEnd(13)} ${(speed === null ? '' : number(speed.mid)).padStart(7)}  ${money(price ?? foreignPrice)}`.trimEnd();

const changeInWords = (change: ModelChange): string => {
  switch (change.kind) {
    case 'close-apps':
      return 'close other applications';
    case 'raise-limit':
      return `iogpu.wired_limit_mb=${change.wiredLimitMiB}`;
    case 'cache-type':
      return `cache type ${change.cacheType}`;
    case 'quantization':
      return change.quant;
    case 'context':
      return `${number(change.contextTokens)} tokens of context`;
    case 'model':
      return `${change.model} in ${change.quant}`;
  }
};

const alternative = ({ changes, status, decode }: AlternativeLine): string =>
  status === null
    ? '  a machine in the cloud'
    : row(status, changes.map(changeInWords).join(' and '), decode === null ? '' : `${number(decode.mid)} ${TOKENS}`);

const recommendationPart = (recommendation: RecommendResult | undefined): string[][] => {
  if (recommendation === undefined) return [];
  const { candidates, count, cheapest, orderedBy, speedUnit, nearestMiss, alternatives = [] } = recommendation;
  const list =
    count > 0
      ? [`Macs that do it (${candidates.length} of ${count}; the middle of the speed, in ${speedUnit})`, ...candidates.map(mac)]
      : [
          'No Mac does it within these limits',
          ...(nearestMiss === null ? [] : [mac(nearestMiss), row('what is missing', nearestMiss.exclusions.map(({ code }) => code).join(', '))]),
        ];
  return [
    [...list, ...(cheapest === null ? [] : [row('cheapest', cheapest, `(by prices in ${orderedBy})`)])],
    alternatives.length === 0 ? [] : ['What else would help on this machine', ...alternatives.map(alternative)],
  ];
};

const sourceName = (basis: Basis): string => {
  switch (basis.kind) {
    case 'weights':
      return 'weights';
    case 'gpu-limit':
      return 'GPU limit';
    case 'sustained':
      return 'speed once hot';
    case 'runs':
      return 'measured runs';
    default:
      return basis.kind;
  }
};

const sourcesPart = (basis: readonly Basis[]): string[] => {
  const seen = new Set<string>();
  const lines = basis.flatMap((one) => {
    const all = 'url' in one ? [one.url] : 'sources' in one ? one.sources : [];
    const fresh = all.filter((url) => !seen.has(url));
    fresh.forEach((url) => seen.add(url));
    const fit =
      one.kind !== 'fit' || one.rows === undefined || one.meanAbsoluteError === undefined || one.sourceCount === undefined
        ? []
        : [fitInWords(one.of, one.rows, one.sourceCount, one.meanAbsoluteError)];
    return [...fit, ...fresh.map((url, index) => row(index === 0 ? sourceName(one) : '', url))];
  });
  return lines.length === 0 ? [] : ['Sources', ...lines];
};

const fitInWords = (of: string, rows: number, sources: number, error: number): string =>
  row(`${of} fit`, `${number(rows)} published runs of ${sources} sources; mean error ${Math.round(error * 100)}% on sources it had not seen`);

const listed = (title: string, items: readonly string[]): string[] => (items.length === 0 ? [] : [title, ...items.map((item) => `  ${item}`)]);

const resultText = (result: LlmResult | TaskResult): string =>
  [
    [heading(result.settings)],
    memoryPart(result.memory, result.budget),
    speedPart(result),
    listed('Not known', result.unknown),
    listed(
      'Notes',
      result.notes.map((note) => NOTES[note]),
    ),
    measuredPart(result.basis),
    ...recommendationPart(result.recommendation),
    sourcesPart(result.basis),
  ]
    .filter((part) => part.length > 0)
    .map((part) => `${part.join('\n')}\n`)
    .join('\n');

/** An answer for people, with the line break behind it: what fits in a terminal, the same figures as in JSON. */
export const textOf = (answer: Answer): string =>
  isRefusal(answer) ? `error${answer.line === undefined ? '' : ` in line ${answer.line}`}: ${answer.error}\n` : resultText(answer);
