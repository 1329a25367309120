import { FLAGS, type Flag } from './flags.ts';
import { NOTES, STATUSES } from './notes.ts';
import { FIGURE_FIELDS, MACHINE_FIELDS, QUESTION_SCHEMAS, RECOMMEND_FIELDS } from './schema.ts';

/** Characters of a line, as terminals are at least wide. */
const WIDTH = 100;
const INDENT = '  ';

/** A text in lines of at most `width` characters; a word that is longer stands alone. */
export const wrapped = (text: string, width: number): string[] => {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};

/** A word and what it means, the meaning in a column of its own. */
const entry = (word: string, meaning: string, column: number): string => {
  const [first = '', ...rest] = wrapped(meaning, WIDTH - column);
  const head = `${INDENT}${word}`;
  const lead = head.length < column ? [head.padEnd(column) + first] : [head, ' '.repeat(column) + first];
  return [...lead, ...rest.map((line) => ' '.repeat(column) + line)].join('\n');
};

/** More words than this stand in the description instead. */
const FEW_OPTIONS = 3;

const placeholder = ({ kind, options }: Flag): string => {
  if (kind === 'boolean') return '';
  if (options.length > 0 && options.length <= FEW_OPTIONS) return ` ${options.join('|')}`;
  return { number: ' N', text: ' NAME', json: ' JSON' }[kind];
};

const FLAG_COLUMN = 33;

const flagEntry = (flag: Flag): string => {
  const { name, description, options, field } = flag;
  // Keys and values of a cache take the types that stand with the cache.
  const isListed = options.length > FEW_OPTIONS && !/^cacheType[KV]/.test(field);
  const listed = isListed ? `: ${options.join(', ')}` : '';
  return entry(`--${name}${placeholder(flag)}`, description + listed, FLAG_COLUMN);
};

const { llm, image, speech, embedding, training } = QUESTION_SCHEMAS;

/** Fields in the groups in which --help lists them; each is listed once, in the first group that names it. */
const GROUPS: readonly (readonly [title: string, fields: readonly string[]])[] = [
  ['The machine', ['task', ...MACHINE_FIELDS]],
  ['A model that is not in the list, in place of an id', FIGURE_FIELDS],
  ['Which Macs do it', RECOMMEND_FIELDS],
  ['A language model', Object.keys(llm.shape)],
  ['With --task image', Object.keys(image.shape)],
  ['With --task speech, embedding or training', [speech, embedding, training].flatMap(({ shape }) => Object.keys(shape))],
];

/** Where the groups stand in the text: what is asked most comes first. */
const ORDER = [0, 3, 1, 2, 4, 5];

const groups = (): string => {
  const seen = new Set<string>();
  const texts = GROUPS.map(([title, fields]) => {
    const own = [...new Set(fields)].flatMap((field) => (seen.has(field) ? [] : (FLAGS.get(field) ?? [])));
    own.forEach(({ field }) => seen.add(field));
    return `${title}:\n${own.map(flagEntry).join('\n')}`;
  });
  return ORDER.map((index) => texts[index]).join('\n\n');
};

const ANSWER_COLUMN = 28;

/** The fields of an answer. */
const ANSWER: Readonly<Record<string, string>> = {
  settings: 'the question as it was read, with the values that were assumed; asked again it gives the same answer',
  memory:
    'bytes of each part and totalBytes, their sum; for a language model weightsBytes, kvCacheBytes, recurrentStateBytes, computeBufferBytes, overheadBytes; null for what is not known',
  budget:
    'gpuLimitBytes, usableBytes, marginBytes (what should stay free beside the need), status, reason, bound (what decides usableBytes), estimated; null without memoryGB, status null where the need is not known',
  'decode, prefill': 'tokens per second while answering and while reading the prompt: {"low", "mid", "high"}; null without a basis',
  timeToFirstTokenSeconds: 'for the whole prompt, the model loaded',
  sustained: 'decode and prefill after minutes of load, for a Mac without a fan; null for others and where nobody measured it',
  rooflineTokensPerSecond: 'what the bandwidth allows at most; decode never exceeds it',
  speed: 'other tasks: {"unit", "low", "mid", "high"}',
  unknown: 'what could not be estimated, and why',
  notes: 'codes, see below',
  basis: 'what each figure rests on, with addresses; "measured" are published runs of this model on this chip',
  recommendation:
    'Macs with status, speed (in speedUnit) and price; the cheapest and the order by the prices in orderedBy; the best, one step up and down. ' +
    'Macs are judged by the default limit of the newest macOS. alternatives: what else would help on the machine that was named',
};

const table = (entries: Readonly<Record<string, string>>, column: number): string =>
  Object.entries(entries)
    .map(([word, meaning]) => entry(word, meaning, column))
    .join('\n');

const paragraph = (text: string): string => wrapped(text, WIDTH).join('\n');

export const HELP = `Memory, GPU budget and speed of a model on a Mac, with what the numbers rest on.

  npm run -s estimate -- --chip m4-max-40 --memory-gb 64 --model qwen3-32b --quant q4_k_m --text
  npm run -s estimate < questions.jsonl

${paragraph(
  'With flags it answers one question. Without, it reads one question per line from standard input, as JSON ' +
    'with the fields of the flags ({"chip":"m4-max-40","memoryGB":64,"model":"qwen3-32b"}), and prints one line of JSON for each line that is not empty, in order. ' +
    'A line that cannot be answered gets {"error", "field", "near", "line"}; the others go on, and the exit status is 2. ' +
    'Flags may be written as in JSON (--memoryGB). --no-… turns a flag without a value off.',
)}

${paragraph(
  'Ids are those of content/facts; names and repositories of models do as well. Capital letters and signs do not matter, in fields and in words ' +
    '(memory_gb, Q4_K_M, M4 Max 40), and null is what was left out. Sizes are bytes where no unit is named.',
)}

Output:
${entry('--text', 'for people instead of JSON', FLAG_COLUMN)}
${entry('-h, --help', 'this text', FLAG_COLUMN)}

${groups()}

An answer:
${table(ANSWER, ANSWER_COLUMN)}

Statuses of the budget:
${table(STATUSES, ANSWER_COLUMN)}

Notes:
${table(NOTES, 42)}
`;
