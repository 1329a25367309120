import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { COLLECTION_NAMES } from '../../../src/facts/collections.ts';
import { FactError } from '../../../src/facts/error.ts';
import { loadFacts } from '../../../src/facts/registry.ts';

type Fields = Record<string, unknown>;

export const source = (fields: Fields = {}): Fields => ({
  url: 'https://www.apple.com/specs/',
  title: 'Apple: specifications',
  asOf: '2026-08',
  access: 'read',
  ...fields,
});
const provenance = { sources: [source()], verified: '2026-11-20' };

export const chip = (fields: Fields = {}): Fields => ({
  id: 'm9-10',
  name: 'M9',
  family: 'M9',
  tier: 'base',
  released: '2026-08',
  cpuCores: 10,
  gpuCores: 10,
  memoryOptionsGB: [16, 24],
  bandwidthGBps: 200,
  neuralEngineCores: 16,
  neuralEngineTops: null,
  ...provenance,
  ...fields,
});

export const mac = (fields: Fields = {}): Fields => ({
  id: 'mac-mini-2030',
  name: { ja: 'Mac mini（2030）', en: 'Mac mini (2030)' },
  chips: ['m9-10'],
  memoryOptionsGB: [16, 24],
  storageOptionsGB: [512, 1000],
  fan: true,
  portable: false,
  released: '2026-09-22',
  onSale: true,
  ...provenance,
  ...fields,
});

export const price = (fields: Fields = {}): Fields => ({
  id: 'mac-mini-2030-m9-10-16gb-usd',
  mac: 'mac-mini-2030',
  chip: 'm9-10',
  memoryGB: 16,
  storageGB: 512,
  currency: 'USD',
  amount: 1299,
  taxIncluded: false,
  current: true,
  config: { ja: 'メモリ16GB', en: '16GB memory' },
  ...provenance,
  ...fields,
});

export const limit = (memoryGB: number, fields: Fields = {}): Fields => ({
  id: String(memoryGB),
  memoryGB,
  legacyFraction: 0.75,
  legacyUsableMiB: memoryGB * 768,
  currentFraction: null,
  currentUsableMiB: null,
  currentObserved: false,
  ...provenance,
  ...fields,
});

export const model = (fields: Fields = {}): Fields => ({
  id: 'any-8b',
  name: 'Any 8B',
  family: 'Any',
  kind: 'llm',
  hf: 'any/any-8b',
  paramsB: 8,
  activeParamsB: null,
  moe: null,
  layers: 32,
  hiddenSize: 4096,
  intermediateSize: 12288,
  vocab: 128000,
  attentionHeads: 32,
  tiedEmbeddings: false,
  contextMax: 32768,
  attention: { kvLayers: [{ kind: 'full', layers: 32, kvHeads: 8, headDim: 128 }], sharedKvLayers: 0, recurrent: null },
  files: [],
  filesOnly: false,
  japanese: false,
  ...provenance,
  ...fields,
});

export const unmodelled = (fields: Fields = {}): Fields => ({
  id: 'other-8b',
  name: 'Other 8B',
  family: 'Other',
  kind: 'llm',
  hf: 'other/other-8b',
  paramsB: null,
  activeParamsB: null,
  japanese: false,
  reason: { ja: '寸法がわかりません。', en: 'Its dimensions are not known.' },
  ...provenance,
  ...fields,
});

export const claim = (fields: Fields = {}): Fields => ({
  id: 'a-claim',
  value: 2,
  unit: 'x',
  text: { ja: '2倍です', en: 'Twice as fast' },
  ...provenance,
  ...fields,
});

/** A folder of facts without a mistake; collections that no test is about are empty, claims are files of their own. */
export const good = (): Record<string, unknown> => ({
  ...Object.fromEntries(COLLECTION_NAMES.filter((name) => name !== 'claims').map((name) => [`${name}.json`, []])),
  'chips.json': [chip()],
  'macs.json': [mac()],
  'prices.json': [price()],
  'gpu-limits.json': [limit(16), limit(24)],
  'claims/topic.json': [claim()],
});

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Writes a folder of facts: text as it is, anything else as JSON; undefined leaves a file out. */
export const writeFacts = (files: Record<string, unknown>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'facts-'));
  folders.push(folder);
  mkdirSync(join(folder, 'claims'));
  for (const [file, content] of Object.entries(files)) {
    if (content !== undefined) writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
};

/** The lines of the error that loading these files raises, with file names as in the folder; empty if they load. */
export const problemsOf = (files: Record<string, unknown>): string[] => {
  const folder = writeFacts({ ...good(), ...files });
  try {
    loadFacts(folder);
    return [];
  } catch (error) {
    if (!(error instanceof FactError)) throw error;
    return error.message.replaceAll(`${folder}/`, '').split('\n');
  }
};
