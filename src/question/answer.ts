import type { z } from 'astro/zod';
import type { Context } from './context.ts';
import { QuestionError } from './error.ts';
import { answerLlm, type LlmResult } from './llm.ts';
import { isRecommending } from './recommend.ts';
import { QUESTION_SCHEMAS, TASKS, type Question, type Task } from './schema.ts';
import type { Settings } from './settings.ts';
import { nearFields, nearWords, spelt, taskIn } from './spelling.ts';
import { answerEmbedding, answerImage, answerSpeech, answerTraining, type TaskResult } from './tasks.ts';

/** Why a question was not answered, and what may have been meant. */
export interface Refusal {
  readonly error: string;
  readonly field?: string;
  readonly near?: readonly string[];
  /** Number of the line that asked it, from 1, where there are several. */
  readonly line?: number;
}

export const refusalOf = ({ message, field, near }: QuestionError): Refusal => ({ error: message, field, ...(near.length > 0 ? { near } : {}) });

export type Answer = LlmResult | TaskResult | Refusal;

export const isRefusal = (answer: Answer): answer is Refusal => 'error' in answer;

const ANSWERS: { readonly [T in Task]: (question: Question<T>, context: Context) => LlmResult | TaskResult } = {
  llm: answerLlm,
  image: answerImage,
  speech: answerSpeech,
  embedding: answerEmbedding,
  training: answerTraining,
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the checker says, in words: first what is cut off, then what reads better otherwise. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:Invalid input|Invalid option|Too small|Too big): /, ''],
  [/^expected \w+, received undefined$/, 'is missing'],
  [/^expected int, .*/, 'expected a whole number'],
  [/^expected (?:int|number|array|string) to (?:be|have) /, 'expected '],
  [/^Invalid discriminator value\. Expected /, 'expected one of '],
  [/["']([^"']*)["'](?: ?\| ?)?/g, '$1, '],
  [/, $/, ''],
];

const inWords = (message: string): string => WORDS.reduce((text, [pattern, instead]) => text.replace(pattern, instead), message);

/** The first thing wrong with a question, as an error that names the field. */
const errorOf = (issue: z.core.$ZodIssue, task: Task, question: Readonly<Record<string, unknown>>): QuestionError => {
  const place = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const key = (issue.keys[0] ?? '').slice(0, 60);
    if (place !== '') return new QuestionError(`${place}.${key}`, 'is not one of its fields');
    return new QuestionError(key, `not a field of a question about ${task}`, nearFields(key, task));
  }
  const near = issue.code === 'invalid_value' && issue.path.length === 1 ? nearWords(place, question[place], issue.values.map(String), task) : [];
  return new QuestionError(place || 'question', inWords(issue.message), near);
};

/** The settings of an answer with what else the question gave, so that they can be asked again and give the same answer. */
const settingsOf = ({ settings }: LlmResult | TaskResult, { cacheType: _, ...given }: Readonly<Record<string, unknown>>): Settings => ({
  ...settings,
  ...Object.fromEntries(Object.entries(given).filter(([field, value]) => value !== undefined && !(field in settings))),
});

/** What a question asked for and did not get. */
const missingIn = ({ unknown, recommendation }: LlmResult | TaskResult, question: Question): readonly string[] =>
  isRecommending(question) && recommendation === undefined ? [...unknown, 'recommendation: not without knowing the memory it takes'] : unknown;

const ask = <T extends Task>(task: T, question: Readonly<Record<string, unknown>>, context: Context): LlmResult | TaskResult => {
  const parsed = QUESTION_SCHEMAS[task].safeParse(question);
  const issues = parsed.error?.issues ?? [];
  // Of two limits that are passed the later one is that of the field, the earlier that of all whole numbers.
  const issue = issues.findLast(({ code, path }) => code === 'too_big' && path.join('.') === issues[0]?.path.join('.')) ?? issues[0];
  if (issue !== undefined) throw errorOf(issue, task, question);
  const read = parsed.data as Question<T>;
  const result = ANSWERS[task](read, context);
  return { ...result, settings: settingsOf(result, read), unknown: missingIn(result, read) };
};

/**
 * The answer to one question, an object as the schemas describe it; `task` is `llm` where left out. Never throws: what cannot be answered
 * gets an error that names the field and near matches.
 */
export const answer = (question: unknown, context: Context): Answer => {
  try {
    if (!isRecord(question)) throw new QuestionError('question', 'expected an object with fields such as chip, memoryGB and model');
    const { task, word } = taskIn(question);
    if (task === undefined) throw new QuestionError('task', typeof word === 'string' ? `no task "${word.slice(0, 60)}"` : 'expected a name', TASKS);
    return ask(task, spelt(question, task), context);
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error;
    return refusalOf(error);
  }
};
