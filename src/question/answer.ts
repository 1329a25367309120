import type { z } from 'astro/zod';
import { nearMatches } from '../facts/near.ts';
import type { Context } from './context.ts';
import { QuestionError } from './error.ts';
import { answerLlm, type LlmResult } from './llm.ts';
import { QUESTION_SCHEMAS, TASKS, type Question, type Task } from './schema.ts';
import { answerEmbedding, answerImage, answerSpeech, answerTraining, type TaskResult } from './tasks.ts';

/** Why a question was not answered, and what may have been meant. */
export interface Refusal {
  readonly error: string;
  readonly field?: string;
  readonly near?: readonly string[];
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

const isTask = (value: unknown): value is Task => TASKS.some((task) => task === value);

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
const errorOf = (issue: z.core.$ZodIssue, task: Task): QuestionError => {
  const place = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const key = (issue.keys[0] ?? '').slice(0, 60);
    if (place !== '') return new QuestionError(`${place}.${key}`, 'is not one of its fields');
    return new QuestionError(key, `not a field of a question about ${task}`, nearMatches(key, Object.keys(QUESTION_SCHEMAS[task].shape)));
  }
  return new QuestionError(place || 'question', inWords(issue.message));
};

const ask = <T extends Task>(task: T, question: unknown, context: Context): LlmResult | TaskResult => {
  const parsed = QUESTION_SCHEMAS[task].safeParse(question);
  const [issue] = parsed.error?.issues ?? [];
  if (issue !== undefined) throw errorOf(issue, task);
  return ANSWERS[task](parsed.data as Question<T>, context);
};

/**
 * The answer to one question, an object as the schemas describe it; `task` is `llm` where left out. Never throws: what cannot be answered
 * gets an error that names the field and near matches.
 */
export const answer = (question: unknown, context: Context): Answer => {
  try {
    if (!isRecord(question)) throw new QuestionError('question', 'expected an object with fields such as chip, memoryGB and model');
    const { task = 'llm' } = question;
    if (!isTask(task)) throw new QuestionError('task', typeof task === 'string' ? `no task "${task.slice(0, 60)}"` : 'expected a name', TASKS);
    return ask(task, question, context);
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error;
    return refusalOf(error);
  }
};
