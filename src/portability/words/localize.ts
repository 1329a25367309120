import type { CodePattern } from '../../schemas/code-pattern.ts';
import type { OperatorTable } from '../../schemas/operator-table.ts';
import type { Package } from '../../schemas/package.ts';
import type { Source } from '../../schemas/source.ts';
import type { FactWords, PackageWords, PatternWords, SourceWords } from './words.ts';

/** The records a report speaks of. */
export interface PortabilityFacts {
  readonly packages: readonly Package[];
  readonly codePatterns: readonly CodePattern[];
  readonly operatorTables: readonly OperatorTable[];
}

const sourceWords = ({ url, title, asOf }: Source): SourceWords => ({ url, title, asOf });

const packageWords = (record: Package, locale: 'ja' | 'en'): PackageWords => {
  const { name, status, way, sinceVersion, sinceDate, confidence, reason, replacement, sources } = record;
  return {
    name,
    status,
    way,
    sinceVersion,
    sinceDate,
    confidence,
    reason: reason[locale],
    replacement: replacement?.[locale],
    sources: sources.map(sourceWords),
  };
};

const patternWords = ({ title, why, instead, confidence, sources }: CodePattern, locale: 'ja' | 'en'): PatternWords => ({
  title: title[locale],
  why: why[locale],
  instead: instead[locale],
  confidence,
  sources: sources.map(sourceWords),
});

/** What the facts say in one language. */
export const localize = ({ packages, codePatterns, operatorTables }: PortabilityFacts, locale: 'ja' | 'en'): FactWords => ({
  packages: new Map(packages.map((record) => [record.id, packageWords(record, locale)])),
  patterns: new Map(codePatterns.map((record) => [record.id, patternWords(record, locale)])),
  torch: `PyTorch ${operatorTables[0]?.version ?? ''}`.trim(),
  checked: [...packages, ...codePatterns, ...operatorTables].reduce((latest, { verified }) => (verified > latest ? verified : latest), ''),
});
