import { directoryOf, folded, type Directory } from './directory.ts';
import { QuestionError } from './error.ts';
import { QUESTION_SCHEMAS, TASKS, type Task } from './schema.ts';
import { unwrapped, type SchemaNode } from './schema-node.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The fields of a task, and the words each of them takes where they are few. */
interface Spelling {
  readonly fields: Directory;
  readonly names: readonly string[];
  readonly words: ReadonlyMap<string, Directory>;
}

/** What the same thing is called elsewhere, by the word as it is understood. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = { 'llama.cpp': ['llama-server'], mlx: ['mlx-lm'], f16: ['fp16'], f32: ['fp32'] };

const optionsOf = (field: string, node: SchemaNode): readonly string[] =>
  field === 'task' ? TASKS : node.type === 'enum' ? (node.options ?? []).map(String) : [];

const spellingOf = (task: Task): Spelling => {
  const shape = Object.entries<SchemaNode>(QUESTION_SCHEMAS[task].shape as unknown as Record<string, SchemaNode>);
  const names = shape.map(([field]) => field);
  const words = shape.flatMap(([field, node]): [string, Directory][] => {
    const options = optionsOf(field, unwrapped(node));
    return options.length === 0 ? [] : [[field, directoryOf(options.map((id) => ({ id, also: OTHER_WORDS[id] ?? [] })))]];
  });
  return { fields: directoryOf(names.map((id) => ({ id }))), names, words: new Map(words) };
};

const SPELLINGS = Object.fromEntries(TASKS.map((task) => [task, spellingOf(task)])) as Readonly<Record<Task, Spelling>>;

/** Fields by what other programs call nearly the same. They are named in the error, not understood: `--ctx-size` is that of all conversations. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  [/^(?:n|num)?ctx|context/, 'contextTokens'],
  [/cachetypek|ctk$|typek$/, 'cacheTypeK'],
  [/cachetypev|ctv$|typev$/, 'cacheTypeV'],
  [/kvcache|cachetype|kvtype|kvbits|kvquant/, 'cacheType'],
  [/quanti[sz]|^quants|^format|^ftype|^precision/, 'quant'],
  [/^flash|^fa$|attn/, 'flashAttention'],
  [/batch|prefillstep/, 'microBatch'],
  [/parallel|slots|^seqs|concurren/, 'sequences'],
  [/swafull|fullswa/, 'fullWindow'],
  [/wired/, 'wiredLimitMiB'],
  [/otherapps/, 'otherAppsGB'],
  [/^(?:ram|mem|memory|unifiedmemory)/, 'memoryGB'],
  [/^os$|osversion/, 'macOS'],
  [/gpu|cores|^soc|^cpu/, 'chip'],
  [/backend|runtime|framework/, 'engine'],
  [/^(?:id|name)$|modelid|modelname|^hf/, 'model'],
  [/active.*params|params.*active/, 'activeParamsB'],
  [/expertsused|usedexperts|expertspertok|topk/, 'activeExperts'],
  [/params|parameters/, 'paramsB'],
  [/weight|filesize/, 'weightBytes'],
  [/bpw|bits/, 'bitsPerWeight'],
  [/vocab/, 'vocab'],
  [/ffn|feedforward|intermediate/, 'intermediateSize'],
  [/hidden|embd|dmodel/, 'hiddenSize'],
  [/kvheads|headdim|kvlayer/, 'kvLayers'],
  [/heads/, 'attentionHeads'],
  [/layers/, 'layers'],
  [/prompt/, 'promptTokens'],
  [/tps|tokenspersec|minspeed/, 'minTokensPerSecond'],
  [/jpy|yen/, 'budgetJPY'],
  [/usd|dollar/, 'budgetUSD'],
  [/budget|price/, 'budgetJPY'],
  [/budget|price/, 'budgetUSD'],
  [/disk|ssd|storage/, 'diskGB'],
  [/batch/, 'batch'],
  [/^used$/, 'condition'],
];

/** Fields that may have been meant by one there is not. */
export const nearFields = (key: string, task: Task): string[] => {
  const { fields, names } = SPELLINGS[task];
  const fold = folded(key);
  const elsewhere = ELSEWHERE.filter(([pattern, field]) => names.includes(field) && pattern.test(fold)).map(([, field]) => field);
  return [...new Set([...elsewhere.slice(0, 2), ...fields.near(key)])].slice(0, 5);
};

/** Words a field takes that may have been meant; all of them where none is near. */
export const nearWords = (field: string, word: unknown, options: readonly string[], task: Task): readonly string[] => {
  const near = typeof word === 'string' ? (SPELLINGS[task].words.get(field)?.near(word) ?? []) : [];
  return near.length > 0 ? near : options;
};

const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the models.json of other lists compute from a group of layers and write beside it. */
const COMPUTED = /^bytesPer/;

/** A group of layers as it stands in a record: without what follows from the rest of it, its kind in whatever case. */
const layersIn = (value: unknown): unknown => {
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).filter(([key]) => !COMPUTED.test(key));
  return Object.fromEntries(entries.map(([key, one]) => [key, key === 'kind' && typeof one === 'string' ? one.toLowerCase() : one]));
};

const valueIn = (field: string, value: unknown, { words }: Spelling): unknown => {
  if (field === 'recurrent') return layersIn(value);
  if (field === 'kvLayers') return Array.isArray(value) ? value.map(layersIn) : value;
  return typeof value === 'string' ? (words.get(field)?.resolve(value) ?? value) : value;
};

/** The task of a question: `llm` where it names none, undefined for one there is not. */
export const taskIn = (question: Fields): { readonly task: Task | undefined; readonly word: unknown } => {
  const key = Object.keys(question).find((name) => folded(name) === 'task');
  const word = (key === undefined ? undefined : question[key]) ?? 'llm';
  const found = typeof word === 'string' ? SPELLINGS.llm.words.get('task')?.resolve(word) : undefined;
  return { task: TASKS.find((task) => task === found), word };
};

/**
 * A question with its fields and words spelt as the schema has them: capitals and signs do not matter (`memory_gb`, `Q8_0`), and null is
 * what was left out. What is not known stays as it is, for the schema to refuse.
 * @throws QuestionError for a field that is given twice
 */
export const spelt = (question: Fields, task: Task): Fields => {
  const spelling = SPELLINGS[task];
  const entries = new Map<string, unknown>();
  for (const [key, value] of Object.entries(question)) {
    const field = spelling.names.includes(key) ? key : (spelling.fields.resolve(key) ?? key);
    if (value === null && spelling.names.includes(field)) continue;
    if (entries.has(field)) throw new QuestionError(field, 'is given twice');
    entries.set(field, valueIn(field, value, spelling));
  }
  return Object.fromEntries(entries);
};
