/** Levenshtein distance: how many letters must be typed, deleted or replaced to make one word of the other. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

/** Up to `limit` known words that a misspelt one may stand for, the nearest first: a few letters off, or longer by an ending. */
export const nearMatches = (word: string, known: readonly string[], limit = 3): string[] => {
  const tolerance = Math.max(2, Math.floor(word.length / 4));
  return known
    .map((candidate) => ({ candidate, score: candidate.startsWith(word) && word !== '' ? 1 : distance(word, candidate) }))
    .filter(({ score }) => score <= tolerance)
    .sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
};

/** True when one letter was left out, added, replaced or swapped with its neighbour. */
export const isOneSlipAway = (a: string, b: string): boolean => {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return left.length <= 1 && right.length <= 1 ? true : left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
};
