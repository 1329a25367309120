import type { Collector } from './collect.ts';
import { JsonError, parseJson, type JsonNode } from './json.ts';

/** Parses a file of JSON; null where it cannot, with the problem reported at its line. */
export const parseJsonFile = (text: string, collect: Collector): JsonNode | null => {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    collect.problem(error.tooDeep ? 'too-deep' : 'syntax-json', error.message, error.line);
    return null;
  }
};
