import { loadFacts } from '../../../../src/facts/registry.ts';
import { pythonKnowledge } from '../../../../src/portability/python/knowledge.ts';
import { readPython, type PythonReading } from '../../../../src/portability/python/read-python.ts';

const { codePatterns, packages, operatorTables } = loadFacts();

export const KNOWLEDGE = pythonKnowledge({ packages, patterns: codePatterns, operators: operatorTables[0]?.operators ?? [] });

/** Reads one module. */
export const read = (text: string): PythonReading => readPython([{ text, place: { file: 'module.py', line: 1 } }], KNOWLEDGE, 'main');

/** `line pattern guard` of every finding, in order. */
export const summary = (text: string): readonly string[] =>
  read(text)
    .findings.map(({ place, pattern, guard }) => `${place.line} ${pattern}${guard === null ? '' : ` (${guard})`}`)
    .sort();

/** Patterns found without a guard. */
export const alarms = (text: string): readonly string[] =>
  read(text)
    .findings.filter(({ guard, effect }) => guard === null && effect !== 'runs')
    .map(({ pattern }) => pattern);
