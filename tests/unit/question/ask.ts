import { loadFacts } from '../../../src/facts/registry.ts';
import { answer, isRefusal, type Answer, type Refusal } from '../../../src/question/answer.ts';
import { contextOf } from '../../../src/question/context.ts';
import type { LlmResult } from '../../../src/question/llm.ts';
import type { TaskResult } from '../../../src/question/tasks.ts';

/** The real facts: the command answers from what the site publishes. */
export const facts = loadFacts();
export const context = contextOf(facts);

export const ask = (question: unknown): Answer => answer(question, context);

export const askLlm = (question: Readonly<Record<string, unknown>>): LlmResult => {
  const result = ask(question);
  if (isRefusal(result) || !('decode' in result)) throw new Error(`no answer about a language model: ${JSON.stringify(result)}`);
  return result;
};

export const askTask = (question: Readonly<Record<string, unknown>>): TaskResult => {
  const result = ask(question);
  if (isRefusal(result) || 'decode' in result) throw new Error(`no answer about another task: ${JSON.stringify(result)}`);
  return result;
};

export const refusal = (question: unknown): Refusal => {
  const result = ask(question);
  if (!isRefusal(result)) throw new Error('answered');
  return result;
};

/** The question of the issue that asked for the command. */
export const EXAMPLE = {
  task: 'llm',
  chip: 'm4-max-40',
  memoryGB: 64,
  macOS: 26,
  model: 'qwen3-32b',
  quant: 'q4_k_m',
  engine: 'llama.cpp',
  contextTokens: 8192,
  cacheType: 'f16',
} as const;
