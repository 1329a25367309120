import type { Knowledge } from '../../portability/types.ts';

type KnownPackage = Knowledge['packages'][number];

/** A package without what can be told from its id, and without what most packages have. */
export type PackedPackage = Pick<KnownPackage, 'id'> & Partial<KnownPackage>;

export interface PackedKnowledge extends Omit<Knowledge, 'packages'> {
  readonly packages: readonly PackedPackage[];
}

/** What a package is unless it says otherwise. */
const usual = (id: string): Omit<KnownPackage, 'id'> => ({ name: id, imports: [id.replaceAll('-', '_')], status: 'works', effect: 'runs', way: 'keep' });

/** Leaves out of each package what `unpackKnowledge` puts back: a fifth of what the worker has to load. */
export const packKnowledge = ({ packages, ...rest }: Knowledge): PackedKnowledge => ({
  ...rest,
  packages: packages.map((one) => {
    const expected: Readonly<Record<string, unknown>> = { ...usual(one.id) };
    const entries = Object.entries(one).filter(([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(expected[key]));
    return Object.fromEntries(entries) as PackedPackage;
  }),
});

export const unpackKnowledge = ({ packages, ...rest }: PackedKnowledge): Knowledge => ({
  ...rest,
  packages: packages.map((one) => ({ ...usual(one.id), ...one })),
});
