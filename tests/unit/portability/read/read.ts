import { readFile } from '../../../../src/portability/read/read-file.ts';
import type { Dependency, ParsedFile } from '../../../../src/portability/types.ts';

/** Reads a text as a file of a name. */
export const read = (path: string, text: string): ParsedFile => readFile({ path, text });

/** `name specifier` of what a file asks for, in order. */
export const asked = (parsed: ParsedFile): string[] => parsed.dependencies.map(({ name, specifier }) => `${name}${specifier}`);

/** The dependency of a name; fails without one. */
export const find = (parsed: ParsedFile, name: string): Dependency => {
  const found = parsed.dependencies.find((dependency) => dependency.name === name);
  if (found === undefined) throw new Error(`${name} is not among ${asked(parsed).join(' ')}`);
  return found;
};

/** `code@line detail` of the problems. */
export const problems = (parsed: ParsedFile): string[] => parsed.problems.map(({ code, place, detail }) => `${code}@${place.line} ${detail}`);

/** `name@line` of what a file asks for. */
export const places = (parsed: ParsedFile): string[] => parsed.dependencies.map(({ name, place }) => `${name}@${place.line}`);
