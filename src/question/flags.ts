import { parseArgs } from 'node:util';
import { nearMatches } from '../facts/near.ts';
import { QuestionError } from './error.ts';
import { QUESTION_SCHEMAS, TASKS, type Task } from './schema.ts';
import { unwrapped, type SchemaNode } from './schema-node.ts';

/** `memoryGB` as people write it behind two dashes: `memory-gb`. */
const flagOf = (field: string): string =>
  field
    .replace('macOS', 'macos')
    .replace('MiB', 'Mib')
    .replace(/([a-z\d])([A-Z]+)/g, '$1-$2')
    .toLowerCase();

type Kind = 'text' | 'number' | 'boolean' | 'json';

/** One field of a question as a flag. */
export interface Flag {
  readonly name: string;
  readonly field: string;
  readonly kind: Kind;
  /** The words it takes, where they are few. */
  readonly options: readonly string[];
  readonly description: string;
  /** The tasks that know it. */
  readonly tasks: readonly Task[];
}

const KINDS: Readonly<Record<string, Kind>> = { number: 'number', boolean: 'boolean', array: 'json', object: 'json' };

const collect = (): ReadonlyMap<string, Flag> => {
  const flags = new Map<string, Flag>();
  for (const task of TASKS) {
    for (const [field, definition] of Object.entries<SchemaNode>(QUESTION_SCHEMAS[task].shape as unknown as Record<string, SchemaNode>)) {
      const known = flags.get(field);
      const { type, options } = unwrapped(definition);
      flags.set(field, {
        name: flagOf(field),
        field,
        kind: KINDS[type] ?? 'text',
        options: field === 'task' ? TASKS : type === 'enum' ? (options ?? []).map(String) : [],
        // The first task to know a field describes it; the same word means the same thing everywhere.
        description: known?.description ?? definition.description ?? '',
        tasks: [...(known?.tasks ?? []), task],
      });
    }
  }
  return flags;
};

/** Every field of every question, by its name in JSON. */
export const FLAGS = collect();

/** A flag may be written as in JSON too: `--memoryGB`. */
const BY_NAME = new Map([...FLAGS.values()].flatMap((flag) => [[flag.name, flag] as const, [flag.field, flag] as const]));

const NUMBER = /^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** The text of a flag as the value it stands for. @throws QuestionError */
const valueOf = ({ kind, field }: Flag, text: string | boolean): unknown => {
  if (typeof text === 'boolean' || kind === 'text') return text;
  if (kind === 'number') {
    if (!NUMBER.test(text)) throw new QuestionError(field, `expected a number, not "${text.slice(0, 60)}"`);
    return Number(text);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new QuestionError(field, 'expected JSON');
  }
};

/** What the words behind the command ask for. */
export interface Asked {
  readonly help: boolean;
  readonly text: boolean;
  /** Null where no field was given: then the questions come from standard input. */
  readonly question: Readonly<Record<string, unknown>> | null;
}

const OPTIONS = Object.fromEntries([
  ['help', { type: 'boolean', short: 'h' }],
  ['text', { type: 'boolean' }],
  ...[...BY_NAME].map(([name, { kind }]) => [name, { type: kind === 'boolean' ? 'boolean' : 'string' }]),
]) as Record<string, { type: 'string' | 'boolean' }>;

/** What `parseArgs` complains of, in one line. */
const argumentError = (error: unknown): QuestionError => {
  const message = error instanceof Error ? error.message : String(error);
  const valued = BY_NAME.get(/^Unknown option '--no-([^']*)'/.exec(message)?.[1] ?? '');
  if (valued !== undefined) return new QuestionError(`--no-${valued.name}`, `there is only --${valued.name}; it is left out instead`);
  const unknown = /^Unknown option '--?(?:no-)?([^']*)'/.exec(message)?.[1];
  if (unknown !== undefined) return new QuestionError(`--${unknown.slice(0, 60)}`, 'no such flag', nearMatches(unknown, Object.keys(OPTIONS)));
  const flag = /--?[\w-]+/.exec(message)?.[0] ?? 'arguments';
  if (message.includes('argument missing')) return new QuestionError(flag, 'needs a value');
  if (message.includes('is ambiguous')) return new QuestionError(flag, `needs a value; one that starts with a dash is written ${flag}=-…`);
  if (message.includes('does not take an argument')) return new QuestionError(flag, `takes no value; --no-${flag.slice(2)} turns it off`);
  return new QuestionError('arguments', message.split('\n')[0]?.replace(/\. .*/, '') ?? message);
};

/** Reads the flags of one call. @throws QuestionError that names the flag or the field */
export const parseFlags = (args: readonly string[]): Asked => {
  // Who asks for help gets it, whatever else is wrong.
  if (args.includes('--help') || args.includes('-h')) return { help: true, text: false, question: null };
  let values: Readonly<Record<string, string | boolean | undefined>>;
  try {
    values = parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false, allowNegative: true }).values;
  } catch (error) {
    throw argumentError(error);
  }
  const { text, ...named } = values;
  const fields = Object.entries(named).flatMap(([name, value]): [string, unknown][] => {
    const flag = BY_NAME.get(name);
    return flag === undefined || value === undefined ? [] : [[flag.field, valueOf(flag, value)]];
  });
  return { help: false, text: text === true, question: fields.length === 0 ? null : Object.fromEntries(fields) };
};
