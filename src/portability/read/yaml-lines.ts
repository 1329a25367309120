import type { LineFile } from '../../schemas/code-pattern.ts';
import type { Collector } from './collect.ts';

/** The end of what a line says: its comment begins with a `#` outside quotes, at the start or behind white space. */
const endOf = (line: string): number => {
  let quote: string | null = null;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at];
    if (quote !== null) {
      if (sign === quote) quote = null;
    } else if (sign === '#' && (at === 0 || line[at - 1] === ' ' || line[at - 1] === '\t')) return at;
    else if ((sign === '"' || sign === "'") && /[\s[{,:-]/.test(line[at - 1] ?? ' ')) quote = sign;
  }
  return line.length;
};

/** Hands over the lines of a YAML file, without comments. */
export const collectYamlLines = (text: string, kind: LineFile, collect: Collector): void => {
  text.split('\n').forEach((line, index) => {
    const said = line.slice(0, endOf(line)).trimEnd();
    if (said !== '') collect.plain(said, kind, index + 1);
  });
};
