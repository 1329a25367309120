import { QUESTION_SCHEMAS, type Task } from './schema.ts';

/** `memoryGB` as people write it behind two dashes: `--memory-gb`. */
const flagOf = (field: string): string =>
  field
    .replace('macOS', 'macos')
    .replace('MiB', 'Mib')
    .replace(/([a-z\d])([A-Z]+)/g, '$1-$2')
    .toLowerCase();

interface Flag {
  readonly field: string;
  readonly boolean: boolean;
  readonly description: string | undefined;
  readonly tasks: readonly Task[];
}

/** The JSON type of a field, whatever wraps it. */
const isBoolean = (field: unknown): boolean => {
  let node = field as { readonly type?: string; readonly unwrap?: () => unknown };
  while (node.type === 'optional' || node.type === 'nullable') node = (node.unwrap?.() ?? {}) as typeof node;
  return node.type === 'boolean';
};

const collect = (): ReadonlyMap<string, Flag> => {
  const flags = new Map<string, Flag>();
  for (const [task, schema] of Object.entries(QUESTION_SCHEMAS) as [Task, (typeof QUESTION_SCHEMAS)[Task]][]) {
    for (const [field, definition] of Object.entries(schema.shape)) {
      const known = flags.get(flagOf(field));
      flags.set(flagOf(field), {
        field,
        boolean: isBoolean(definition),
        description: known?.description ?? (definition as { readonly description?: string }).description,
        tasks: [...(known?.tasks ?? []), task],
      });
    }
  }
  return flags;
};

const FLAGS = collect();

/** Options for `parseArgs` of node:util: one flag per field of a question. */
export const flagsOf = (): Record<string, { type: 'string' | 'boolean' }> =>
  Object.fromEntries([['help', { type: 'boolean' }], ...[...FLAGS].map(([flag, { boolean }]) => [flag, { type: boolean ? 'boolean' : 'string' }])]) as Record<
    string,
    { type: 'string' | 'boolean' }
  >;

/** Text of a flag as the value it stands for: numbers and JSON as such, anything else as text. */
const valueOf = (text: unknown): unknown => {
  if (typeof text !== 'string') return text;
  if (/^-?\d+(?:\.\d+)?(?:e\d+)?$/i.test(text)) return Number(text);
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** The question a set of flags asks. */
export const questionFrom = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([flag, text]) => {
      const known = FLAGS.get(flag);
      return known === undefined ? [] : [[known.field, valueOf(text)]];
    }),
  );

const line = ([flag, { boolean, description, tasks }]: [string, Flag]): string => {
  const only = tasks.length === Object.keys(QUESTION_SCHEMAS).length || tasks.includes('llm') ? '' : `${tasks.join(', ')}: `;
  return `  --${`${flag}${boolean ? '' : ' …'}`.padEnd(28)}${only}${description ?? ''}`.trimEnd();
};

export const HELP = `Memory, GPU budget and speed of a model on a Mac, with what the numbers rest on.

  npm run -s estimate -- --chip m4-max-40 --memory-gb 64 --model qwen3-32b --quant q4_k_m --context-tokens 8192
  npm run -s estimate < questions.jsonl

With flags it answers one question. Without, it reads one question per line from standard input, as JSON with the
fields below in camelCase ({"chip":"m4-max-40","memoryGB":64,"model":"qwen3-32b"}), and prints one line of JSON for
each, in order. A question that cannot be answered gets {"error", "field", "near"}; the others go on, and the exit
status is 2. Sizes are bytes, speeds tokens per second with {"low", "mid", "high"}; null is "unknown", and "unknown"
says why. Ids are those of content/facts.

${[...FLAGS].map(line).join('\n')}
`;
