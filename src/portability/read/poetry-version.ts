const bump = (parts: readonly number[], index: number): string => parts.map((part, at) => (at < index ? part : at === index ? part + 1 : 0)).join('.');

const numbersOf = (version: string): number[] => (/^\d+(?:\.\d+)*/.exec(version)?.[0] ?? '0').split('.').map(Number);

/** `^1.2`: up to the next change of the first number that is not zero. */
const caret = (version: string): string => {
  const parts = numbersOf(version);
  const first = parts.findIndex((part) => part !== 0);
  return `>=${version},<${bump(parts, first === -1 ? parts.length - 1 : first)}`;
};

/** `~1.2.3`: up to the next minor version; `~1`: up to the next major one. */
const tilde = (version: string): string => {
  const parts = numbersOf(version);
  return `>=${version},<${bump(parts, Math.min(1, parts.length - 1))}`;
};

const clauseOf = (clause: string): string => {
  if (clause === '' || clause === '*') return '';
  if (clause.startsWith('^')) return caret(clause.slice(1));
  if (clause.startsWith('~') && !clause.startsWith('~=')) return tilde(clause.slice(1));
  if (/^\d/.test(clause)) return `==${clause}`;
  return clause.startsWith('=') && !clause.startsWith('==') ? `=${clause}` : clause;
};

const LONGEST = 1000;

/**
 * A version constraint of Poetry as PEP 440 (`^2.1` as `>=2.1,<3.0`); alternatives stay beside each other, with `||`.
 * https://python-poetry.org/docs/dependency-specification/
 */
export const fromPoetryVersion = (constraint: string): string => {
  if (constraint.length > LONGEST) return '';
  const alternatives = constraint.split('|').filter((part) => part.trim() !== '');
  const written = alternatives.map((part) => {
    const clauses = part.replace(/\s+/g, ' ').replace(/([=<>!~^]) /g, '$1');
    return clauses.split(/[\s,]/).map(clauseOf).filter(Boolean).join(',');
  });
  return written.includes('') ? '' : written.join('||');
};
