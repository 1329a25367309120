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

/** The first thing wrong with a question, as an error that names the field. */
const errorOf = (issue: z.core.$ZodIssue, task: Task): QuestionError => {
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return new QuestionError(key.slice(0, 60), `not a field of a question about ${task}`, nearMatches(key, Object.keys(QUESTION_SCHEMAS[task].shape)));
  }
  const field = issue.path.map(String).join('.') || 'question';
  return new QuestionError(field, issue.message.replace(/^Invalid input: /, ''));
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
    if (!isTask(task))
      throw new QuestionError('task', `no task ${JSON.stringify(task)?.slice(0, 60) ?? ''}`, [...new Set([...nearMatches(String(task), TASKS), ...TASKS])]);
    return ask(task, question, context);
  } catch (error) {
    if (!(error instanceof QuestionError)) throw error;
    return { error: error.message, field: error.field, ...(error.near.length > 0 ? { near: error.near } : {}) };
  }
};
