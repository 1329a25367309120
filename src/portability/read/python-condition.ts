import type { SyntaxNode } from '@lezer/common';
import { parseMarker } from './marker-syntax.ts';
import { readMarker } from './marker.ts';
import { childrenOf } from './python-tree.ts';

const LONGEST = 300;
/** More `if` around each other than this nobody writes. */
const MOST_ANCESTORS = 50;

/** What code asks about its machine, in the words of markers. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bsys\.platform\.startswith\(\s*(["'])(\w+)\1\s*\)/g, 'sys_platform == "$2"'],
  [/\bplatform\.system\(\)\.lower\(\)/g, 'sys_platform'],
  [/\bplatform\.system\(\)/g, 'platform_system'],
  [/\bplatform\.machine\(\)/g, 'platform_machine'],
  [/\bsys\.platform\b/g, 'sys_platform'],
  [/\bos\.name\b/g, 'os_name'],
  // No Mac has it: a platform of that name does not exist.
  [/\btorch\.cuda\.is_available\(\)/g, 'sys_platform == "cuda"'],
];

/** A condition as a marker; null where it asks for something else. */
const asMarker = (condition: string): string | null => {
  if (condition.length > LONGEST) return null;
  const marker = WORDS.reduce((text, [pattern, word]) => text.replace(pattern, word), condition.replace(/\s+/g, ' '));
  return parseMarker(marker) === null ? null : marker;
};

/** The conditions under which one branch of an `if` runs, as far as they are understood. */
const conditionsOf = (statement: SyntaxNode, branch: SyntaxNode, source: string): string[] => {
  const conditions: string[] = [];
  let test: string | null = null;
  for (const child of childrenOf(statement)) {
    if (child.from === branch.from && child.name === 'Body') {
      if (test !== null) conditions.push(test);
      return conditions;
    }
    if (child.name === 'Body') {
      if (test !== null) conditions.push(`not (${test})`);
      test = null;
    } else if (child.name !== 'if' && child.name !== 'elif' && child.name !== 'else') test = asMarker(source.slice(child.from, child.to));
  }
  return [];
};

/** The condition under which code is reached, as a marker, where it leaves a Mac out; else null. */
export const markerAround = (node: SyntaxNode, source: string): string | null => {
  const conditions: string[] = [];
  let inner = node;
  let seen = 0;
  for (let outer = node.parent; outer !== null && seen < MOST_ANCESTORS; outer = outer.parent) {
    if (outer.name === 'IfStatement' && inner.name === 'Body') conditions.push(...conditionsOf(outer, inner, source));
    inner = outer;
    seen += 1;
  }
  return marking(conditions);
};

/** Both sides of `a if condition else b`, each with its marker. */
export const markersOfChoice = (condition: SyntaxNode, source: string): readonly [string | null, string | null] => {
  const marker = asMarker(source.slice(condition.from, condition.to));
  return marker === null ? [null, null] : [marking([marker]), marking([`not (${marker})`])];
};

const marking = (conditions: readonly string[]): string | null => {
  const whole = conditions.length < 2 ? (conditions[0] ?? null) : conditions.map((condition) => `(${condition})`).join(' and ');
  return readMarker(whole).onMac ? null : whole;
};
