import type { Collection, Facts } from './collections.ts';
import { memoryOptions } from './memory-options.ts';

/** Says whether a record with this id was written down, even if it is not valid itself. */
export type Exists = (collection: Collection, id: string) => boolean;

type Report = (reference: string, problem: string) => void;

const checkMac = (mac: Facts['macs'][number], facts: Facts, exists: Exists, report: Report): void => {
  const at = `macs/${mac.id}`;
  for (const id of mac.chips) if (!exists('chips', id)) report(at, `chips: no chips/${id}`);
  const chips = facts.chips.filter(({ id }) => mac.chips.includes(id));
  // With an invalid chip among them the lists would be incomplete, and the report misleading.
  if (chips.length < mac.chips.length) return;
  for (const size of mac.memoryOptionsGB) {
    if (!chips.some((chip) => memoryOptions(mac, chip).includes(size))) report(at, `memoryOptionsGB: no chip of this Mac has ${size}GB`);
    if (!exists('gpu-limits', String(size))) report(at, `memoryOptionsGB: no gpu-limits/${size}`);
  }
  for (const chip of chips) {
    if (memoryOptions(mac, chip).length === 0) report(at, `chips: ${chip.id} shares no memory size with memoryOptionsGB`);
    const foreign = (mac.memoryByChipGB?.[chip.id] ?? []).find((size) => !chip.memoryOptionsGB.includes(size));
    if (foreign !== undefined) report(at, `memoryByChipGB: chips/${chip.id} has no ${foreign}GB`);
  }
};

const checkPrice = (price: Facts['prices'][number], facts: Facts, exists: Exists, report: Report): void => {
  const at = `prices/${price.id}`;
  if (!exists('macs', price.mac)) report(at, `mac: no macs/${price.mac}`);
  if (price.chip !== undefined && !exists('chips', price.chip)) report(at, `chip: no chips/${price.chip}`);
  const mac = facts.macs.find(({ id }) => id === price.mac);
  if (mac === undefined) return;
  const chip = facts.chips.find(({ id }) => id === price.chip);
  if (chip !== undefined && !mac.chips.includes(chip.id)) report(at, `chip: macs/${mac.id} is not sold with ${chip.id}`);
  const sizes = chip === undefined ? mac.memoryOptionsGB : memoryOptions(mac, chip);
  if (price.memoryGB !== undefined && !sizes.includes(price.memoryGB))
    report(at, `memoryGB: macs/${mac.id} has no ${price.memoryGB}GB${chip ? ` with ${chip.id}` : ''}`);
  if (price.storageGB !== undefined && !mac.storageOptionsGB.includes(price.storageGB)) report(at, `storageGB: macs/${mac.id} has no ${price.storageGB}GB`);
};

const checkBenchmark = ({ id, rows }: Facts['llmBenchmarks'][number], exists: Exists, report: Report): void => {
  rows.forEach(({ chip, model, quant }, index) => {
    const at = `rows[${index}]`;
    if (!exists('chips', chip)) report(`llm-benchmarks/${id}`, `${at}.chip: no chips/${chip}`);
    if (model !== undefined && !exists('models', model)) report(`llm-benchmarks/${id}`, `${at}.model: no models/${model}`);
    if (quant !== undefined && !exists('quantizations', quant)) report(`llm-benchmarks/${id}`, `${at}.quant: no quantizations/${quant}`);
  });
};

/** Reports references to nothing, and configurations that the records they name do not offer. */
export const checkReferences = (facts: Facts, exists: Exists, report: Report): void => {
  for (const mac of facts.macs) checkMac(mac, facts, exists, report);
  for (const price of facts.prices) checkPrice(price, facts, exists, report);
  for (const model of facts.models) {
    for (const { quant } of model.files) if (!exists('quantizations', quant)) report(`models/${model.id}`, `files: no quantizations/${quant}`);
  }
  for (const benchmark of facts.llmBenchmarks) checkBenchmark(benchmark, exists, report);
  for (const { id, input } of facts.memoryFigures) {
    if (input.model !== undefined && !exists('models', input.model)) report(`memory-figures/${id}`, `input.model: no models/${input.model}`);
    if (input.quant !== undefined && !exists('quantizations', input.quant)) report(`memory-figures/${id}`, `input.quant: no quantizations/${input.quant}`);
  }
  for (const { id } of facts.unmodelledModels) {
    if (exists('models', id)) report(`unmodelled-models/${id}`, 'id: stands in models too');
  }
};
