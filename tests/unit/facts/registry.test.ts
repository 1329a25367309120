import { describe, expect, it } from 'vitest';
import { loadFacts, referenceOf } from '../../../src/facts/registry.ts';
import { chip, claim, good, limit, mac, model, price, problemsOf, source, unmodelled, writeFacts } from './fixture.ts';

describe('loadFacts', () => {
  it('reads a folder without a mistake, once', () => {
    const folder = writeFacts(good());
    const facts = loadFacts(folder);
    expect(facts.chips.map(({ id }) => id)).toEqual(['m9-10']);
    expect(facts.gpuLimits).toHaveLength(2);
    expect(loadFacts(folder)).toBe(facts);
    expect(referenceOf(facts.macs[0] ?? { id: '' })).toBe('macs/mac-mini-2030');
  });

  it('joins the claims of all topics', () => {
    const facts = loadFacts(writeFacts({ ...good(), 'claims/other.json': [claim({ id: 'another' })] }));
    expect(facts.claims.map(({ id }) => id)).toEqual(['another', 'a-claim']);
  });

  it('reports all problems of all files together', () => {
    expect(problemsOf({ 'chips.json': [chip({ bandwidthGBps: '200', gpuCores: 0 })], 'claims/topic.json': [claim({ unit: 'furlongs' })] })).toEqual([
      expect.stringMatching(/^chips\.json: chips\/m9-10: gpuCores: Too small/),
      'chips.json: chips/m9-10: bandwidthGBps: expected number, received string',
      expect.stringMatching(/^claims\/topic\.json: claims\/a-claim: unit: Invalid option/),
    ]);
  });
});

describe('files', () => {
  it.each([
    ['broken JSON', { 'chips.json': '[\n  { "id": "m9" "name": "M9" }\n]' }, /^chips\.json: .*line 2/],
    ['JSON that ends early', { 'macs.json': '[' }, /^macs\.json: /],
    ['no list', { 'prices.json': { id: 'x' } }, /^prices\.json: expected a list of records$/],
    ['a missing file', { 'models.json': undefined }, /^models\.json: is missing$/],
    ['a file of no collection', { 'chip.json': [] }, /^chip\.json: belongs to no collection; there are chips\.json, .*claims\/<topic>\.json$/],
    ['a claim file that is no JSON', { 'claims/notes.md': 'x' }, /^claims\/notes\.md: expected a \.json file$/],
  ])('%s', (_, files, line) => {
    expect(problemsOf(files)).toEqual([expect.stringMatching(line)]);
  });

  it('says when the folder is not there', () => {
    expect(() => loadFacts('/nowhere/facts')).toThrow('/nowhere/facts: no such folder');
  });
});

describe('bad records', () => {
  const chips = (...records: unknown[]) => ({ 'chips.json': records });
  const models = (...records: unknown[]) => ({ 'models.json': records });
  const cases: [string, Record<string, unknown>, RegExp][] = [
    ['unknown field', chips(chip({ gpucores: 1 })), /chips\/m9-10: Unrecognized key: "gpucores"$/],
    ['missing field', chips(chip({ tier: undefined })), /chips\/m9-10: tier: Invalid option/],
    ['id with capitals', { 'claims/topic.json': [claim({ id: 'A Claim' })] }, /claims\/A Claim: id: expected lower-case letters/],
    ['no id', { 'claims/topic.json': [claim({ id: undefined })] }, /claims\[0\]: id: expected string/],
    ['no source', chips(chip({ sources: [] })), /sources: a record needs at least one source$/],
    ['http address', chips(chip({ sources: [source({ url: 'http://www.apple.com/' })] })), /sources\[0\]\.url: expected an https address$/],
    ['unlisted page', chips(chip({ sources: [source({ url: 'unlisted:n' })] })), /sources\[0\]\.url: an unlisted page is no source/],
    ['address with a remark', chips(chip({ sources: [source({ url: 'https://github.com/a/b (README.md)' })] })), /sources\[0\]\.url: an address has no spaces/],
    ['bare host name', chips(chip({ sources: [source({ url: 'https://localhost/specs' })] })), /sources\[0\]\.url: expected the name of a public host$/],
    ['IP address', chips(chip({ sources: [source({ url: 'https://127.0.0.1/specs' })] })), /sources\[0\]\.url: expected the name of a public host$/],
    ['address with a user', chips(chip({ sources: [source({ url: 'https://me@www.apple.com/' })] })), /sources\[0\]\.url: an address names no user$/],
    ['no address', chips(chip({ sources: [source({ url: 'apple.com' })] })), /sources\[0\]\.url: expected an address/],
    ['the same page twice', chips(chip({ sources: [source(), source()] })), /sources\[1\]\.url: this page is already named$/],
    ['date in words', chips(chip({ sources: [source({ asOf: 'August 2026' })] })), /sources\[0\]\.asOf: expected a date as YYYY/],
    ['day that does not exist', chips(chip({ sources: [source({ asOf: '2026-02-30' })] })), /sources\[0\]\.asOf: this date does not exist$/],
    [
      'source from the future',
      chips(chip({ sources: [source({ asOf: '2026-12' })] })),
      /sources\[0\]\.asOf: 2026-12 lies after the day of verification, 2026-11-20$/,
    ],
    ['verified without a day', chips(chip({ verified: '2026-11' })), /verified: expected a date as YYYY-MM-DD$/],
    ['sizes out of order', chips(chip({ memoryOptionsGB: [24, 16] })), /memoryOptionsGB: expected sizes in rising order$/],
    [
      'bandwidth for a size not sold',
      chips(chip({ bandwidthByMemoryGB: { 16: 150, 32: 200 } })),
      /bandwidthByMemoryGB\.32: this memory size is not in memoryOptionsGB$/,
    ],
    [
      'bandwidth that contradicts its list',
      chips(chip({ bandwidthByMemoryGB: { 16: 150 } })),
      /bandwidthGBps: expected the highest value of bandwidthByMemoryGB$/,
    ],
    ['same id twice', chips(chip(), chip()), /chips\/m9-10: the same id stands twice$/],
    ['same id in two files', { 'claims/other.json': [claim()] }, /^claims\/topic\.json: claims\/a-claim: the same id stands in .*other\.json too$/],
    ['Mac with an unknown chip', { 'macs.json': [mac({ chips: ['m9-10', 'm9-12'] })] }, /macs\/mac-mini-2030: chips: no chips\/m9-12$/],
    ['Mac that names a chip twice', { 'macs.json': [mac({ chips: ['m9-10', 'm9-10'] })] }, /chips: a chip is named twice$/],
    ['Mac with memory no chip has', { ...chips(chip({ memoryOptionsGB: [16] })) }, /macs\/mac-mini-2030: memoryOptionsGB: no chip of this Mac has 24GB$/],
    ['Mac with a size of unknown GPU limit', { 'gpu-limits.json': [limit(16)] }, /macs\/mac-mini-2030: memoryOptionsGB: no gpu-limits\/24$/],
    [
      'list for a chip the Mac does not have',
      { 'macs.json': [mac({ memoryByChipGB: { 'm9-12': [16] } })] },
      /memoryByChipGB\.m9-12: this chip is not in chips$/,
    ],
    [
      'list with a size the Mac does not have',
      { 'macs.json': [mac({ memoryByChipGB: { 'm9-10': [16, 24, 32] } })] },
      /memoryByChipGB\.m9-10: 32 is not in memoryOptionsGB$/,
    ],
    ['price of an unknown Mac', { 'prices.json': [price({ id: 'imac-usd', mac: 'imac' })] }, /prices\/imac-usd: mac: no macs\/imac$/],
    ['price of an unknown chip', { 'prices.json': [price({ chip: 'm9-99' })] }, /chip: no chips\/m9-99$/],
    ['price of a memory size not sold', { 'prices.json': [price({ memoryGB: 32 })] }, /memoryGB: macs\/mac-mini-2030 has no 32GB with m9-10$/],
    ['price of an SSD not sold', { 'prices.json': [price({ storageGB: 256 })] }, /storageGB: macs\/mac-mini-2030 has no 256GB$/],
    ['price whose id hides its currency', { 'prices.json': [price({ id: 'mac-mini-2030-16gb' })] }, /id: expected mac-mini-2030-<config>-usd$/],
    ['dollars with tax', { 'prices.json': [price({ taxIncluded: true })] }, /taxIncluded: Apple’s prices include tax in yen/],
    ['free Mac', { 'prices.json': [price({ amount: 0 })] }, /amount: Too small/],
    ['fraction above one', { 'gpu-limits.json': [limit(16, { legacyFraction: 75 }), limit(24)] }, /gpu-limits\/16: legacyFraction: Too big/],
    [
      'limit that is not its fraction',
      { 'gpu-limits.json': [limit(16, { legacyUsableMiB: 12000 }), limit(24)] },
      /legacyUsableMiB: 12000 is not 0\.75 of 16GB$/,
    ],
    [
      'half a limit',
      { 'gpu-limits.json': [limit(16, { currentFraction: 0.74 }), limit(24)] },
      /currentUsableMiB: expected currentFraction and currentUsableMiB both or neither$/,
    ],
    ['observed nothing', { 'gpu-limits.json': [limit(16, { currentObserved: true }), limit(24)] }, /currentObserved: a value that is null was not observed$/],
    ['limit under the wrong id', { 'gpu-limits.json': [limit(16), limit(24), limit(32, { id: '36' })] }, /gpu-limits\/36: id: expected 32$/],
    ['model with more layers described than it has', models(model({ layers: 30 })), /models\/any-8b: attention: 32 layers described, the model has 30$/],
    ['model that uses more than it has', models(model({ activeParamsB: 9 })), /activeParamsB: expected fewer than paramsB/],
    [
      'experts without active parameters',
      models(model({ moe: { experts: 8, activeExperts: 2, sharedExperts: 0 } })),
      /activeParamsB: a mixture of experts uses fewer parameters per token than it has$/,
    ],
    [
      'all experts active',
      models(model({ activeParamsB: 2, moe: { experts: 8, activeExperts: 8, sharedExperts: 0 } })),
      /moe: expected fewer activeExperts than experts$/,
    ],
    [
      'file in an unknown quantization',
      models(model({ files: [{ quant: 'q9', bytes: 1, exact: true, source: source().url }] })),
      /models\/any-8b: files: no quantizations\/q9$/,
    ],
    [
      'model that is modelled and is not',
      { ...models(model()), 'unmodelled-models.json': [unmodelled({ id: 'any-8b' })] },
      /^unmodelled-models\.json: unmodelled-models\/any-8b: id: stands in models too$/,
    ],
    ['unmodelled without a reason', { 'unmodelled-models.json': [unmodelled({ reason: undefined })] }, /unmodelled-models\/other-8b: reason: /],
    ['number without a unit', { 'claims/topic.json': [claim({ unit: undefined })] }, /unit: a number needs a unit/],
    ['unit without a value', { 'claims/topic.json': [claim({ value: undefined })] }, /unit: a unit needs a value$/],
    ['version as a number', { 'claims/topic.json': [claim({ value: 3.1, unit: 'version' })] }, /value: a version is written as text$/],
    ['claim in one language', { 'claims/topic.json': [claim({ text: { ja: '2倍です' } })] }, /text\.en: expected string/],
    ['claim of two lines', { 'claims/topic.json': [claim({ text: { ja: '2倍です', en: 'Twice\nas fast' } })] }, /text\.en: expected one line$/],
  ];
  it.each(cases)('%s', (_, files, line) => {
    expect(problemsOf(files)).toEqual([expect.stringMatching(line)]);
  });

  it('does not follow references into a file it could not read', () => {
    expect(problemsOf({ 'chips.json': '{' })).toHaveLength(1);
  });

  it('does not call a reference dangling when the record exists but is wrong itself', () => {
    expect(problemsOf({ 'chips.json': [chip({ bandwidthGBps: -1 })] })).toEqual([expect.stringMatching(/chips\/m9-10: bandwidthGBps: Too small/)]);
  });

  it('a price of a chip the Mac is not sold with', () => {
    expect(problemsOf({ 'chips.json': [chip(), chip({ id: 'm8-8' })], 'prices.json': [price({ chip: 'm8-8' })] })).toEqual([
      'prices.json: prices/mac-mini-2030-m9-10-16gb-usd: chip: macs/mac-mini-2030 is not sold with m8-8',
    ]);
  });

  it('a list by chip with a size the chip does not have', () => {
    const files = {
      'chips.json': [chip(), chip({ id: 'm8-8', memoryOptionsGB: [16] })],
      'macs.json': [mac({ chips: ['m9-10', 'm8-8'], memoryByChipGB: { 'm8-8': [16, 24] } })],
    };
    expect(problemsOf(files)).toEqual(['macs.json: macs/mac-mini-2030: memoryByChipGB: chips/m8-8 has no 24GB']);
  });
});
