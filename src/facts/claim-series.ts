import type { Claim } from '../schemas/claim.ts';
import { FactError } from './error.ts';
import { findFact } from './find.ts';
import { referencesIn } from './mdx-tags.ts';

/** One of several claims that are compared. */
export interface ComparedClaim {
  readonly label: string;
  readonly claim: Claim;
  readonly value: number;
}

/**
 * Claims whose values can be compared: numbers from 0 up in one common unit.
 * @param of references, as in `<Cite>`: `claims/a claims/b`
 * @param labels what each is called in the figure, in the same order: `M1 Max|M2 Max`
 * @throws FactError that names the claim that does not fit, or says how many labels are expected
 */
export const comparedClaims = (of: string, labels: string): ComparedClaim[] => {
  const references = referencesIn(of);
  const names = labels.split('|').map((label) => label.trim());
  if (references.length < 2) throw new FactError(`of: a comparison needs at least two claims, found ${references.length}`);
  if (names.length !== references.length || names.includes(''))
    throw new FactError(`labels: expected ${references.length} labels separated by |, found ${names.filter((name) => name !== '').length}`);
  let common: Claim['unit'];
  return references.map((reference, index) => {
    const claim = findFact(reference);
    if (!('text' in claim)) throw new FactError(`${reference}: is no claim`);
    const { value, unit } = claim;
    if (typeof value !== 'number')
      throw new FactError(`${reference}: a bar needs a number, and its value is ${value === undefined ? 'missing' : `"${value}"`}`);
    if (value < 0) throw new FactError(`${reference}: a bar starts at 0, and its value is ${value}`);
    common ??= unit;
    if (unit !== common)
      throw new FactError(`${reference}: is in ${unit ?? 'no unit'}, but ${references[0] ?? ''} in ${common ?? 'no unit'}: bars need one unit`);
    return { label: names[index] ?? '', claim, value };
  });
};
