/** A word of a command, without its quotes, and where it begins in the text. */
export interface Word {
  readonly text: string;
  readonly offset: number;
  /** Written in single or double quotes from its first character on. */
  readonly quoted: boolean;
}

/** One simple command: its words, without redirections. */
export type Command = readonly Word[];

const SPACE = /[ \t\r\f\v]/;
/** Where its bracket does not close within so many characters, it is taken for the sign alone. */
const LONGEST_EXPANSION = 300;
const SEPARATOR = /[;&|\n(){}`]/;

/**
 * Splits the text of a shell into simple commands and their words. It knows quotes, comments, continued lines and redirections; `torch>=2` stays one
 * word although a shell would redirect, for that is what who writes it means.
 */
export const commandsIn = (text: string): Command[] => {
  const commands: Command[] = [];
  let words: Word[] = [];
  let at = 0;

  const endCommand = (): void => {
    if (words.length > 0) commands.push(words);
    words = [];
  };
  const quotedPart = (quote: string): string => {
    at += 1;
    let part = '';
    let from = at;
    for (; at < text.length && text[at] !== quote; at += 1) {
      if (quote === '"' && text[at] === '$' && isExpansion(at)) {
        part += text.slice(from, at) + expansion();
        from = at;
        at -= 1;
      } else if (quote === '"' && text[at] === '\\' && at + 1 < text.length) {
        part += text.slice(from, at);
        at += 1;
        from = text[at] === '\n' ? at + 1 : at;
      }
    }
    part += text.slice(from, at);
    at += 1;
    return part;
  };
  const isExpansion = (from: number): boolean => text[from + 1] === '{' || text[from + 1] === '(';
  /** `${NAME:-default}` and `$(…)` belong to their word, with all the brackets and quotes in them. */
  const expansion = (): string => {
    const near = text.slice(at, at + LONGEST_EXPANSION);
    const open = near[1] ?? '';
    const close = open === '{' ? '}' : ')';
    let depth = 0;
    let quote: string | null = null;
    let end = 1;
    for (; end < near.length; end += 1) {
      const sign = near[end] ?? '';
      if (quote !== null) {
        if (sign === quote) quote = null;
      } else if (sign === '"' || sign === "'") quote = sign;
      else if (sign === open) depth += 1;
      else if (sign === close) {
        depth -= 1;
        if (depth === 0) break;
      }
    }
    const part = near.slice(0, depth === 0 && end < near.length ? end + 1 : 2);
    at += part.length;
    return part;
  };
  const word = (): void => {
    const offset = at;
    const quoted = text[at] === '"' || text[at] === "'";
    const parts: string[] = [];
    while (at < text.length) {
      const sign = text[at] ?? '';
      if (sign === '"' || sign === "'") parts.push(quotedPart(sign));
      else if (sign === '\\') {
        if (text[at + 1] !== '\n') parts.push(text[at + 1] ?? '');
        at += 2;
      } else if (sign === '$' && isExpansion(at)) parts.push(expansion());
      else if (SPACE.test(sign) || SEPARATOR.test(sign)) break;
      else {
        parts.push(sign);
        at += 1;
      }
    }
    words.push({ text: parts.join(''), offset, quoted });
  };
  /** `> file`, `2>&1`, `<<EOF`: the sign and the word behind it. */
  const redirection = (): void => {
    while (/[<>&]/.test(text[at] ?? '')) at += 1;
    while (SPACE.test(text[at] ?? '')) at += 1;
    if (!SEPARATOR.test(text[at] ?? '\n') && text[at] !== '#') {
      word();
      words.pop();
    }
  };

  while (at < text.length) {
    const sign = text[at] ?? '';
    if (SPACE.test(sign) || (sign === '\\' && text[at + 1] === '\n')) at += sign === '\\' ? 2 : 1;
    else if (sign === '#') {
      const end = text.indexOf('\n', at);
      at = end === -1 ? text.length : end;
    } else if (sign === '>' || sign === '<' || (/\d/.test(sign) && /[<>]/.test(text[at + 1] ?? '') && text[at + 2] !== '=')) {
      if (/\d/.test(sign)) at += 1;
      redirection();
    } else if (SEPARATOR.test(sign)) {
      endCommand();
      at += 1;
    } else word();
  }
  endCommand();
  return commands;
};
