import { memoryNeed, type MemoryNeed } from '../src/advisor/memory.ts';
import { configurations, machines } from '../src/advisor/recommend/configurations.ts';
import { budgets, evaluator, type Evaluate } from '../src/advisor/recommend/evaluate.ts';
import { recommend } from '../src/advisor/recommend/recommend.ts';
import { decodeOn } from '../src/advisor/speed/by-machine.ts';
import fitted from '../src/advisor/speed/fitted.json' with { type: 'json' };
import { offered } from '../src/advisor/weights.ts';
import type { SpeedModelFacts, SpeedQuantizationFacts } from '../src/advisor/types.ts';
import { loadFacts } from '../src/facts/registry.ts';

/**
 * `npm run bench`: how long the advisor takes. A selection is what one change in the selector costs: a need, a speed on every chip, its recommendation over every Mac
 * ever sold, and a judgement of every chip with every memory size. The catalogue is that for every model.
 * With `--check` the exit code is 1 when a median is over its limit; without, a busy computer fails nothing.
 */
const LIMITS_MS = { selection: 1, catalogue: 150 };
const CONTEXT_TOKENS = 8192;

const facts = loadFacts();
const sold = configurations(facts.macs, facts.chips, facts.prices);
const everyMachine = machines(facts.chips);

const chips = new Map(facts.chips.map((chip) => [chip.id, chip]));

const bytesOfWeights = ({ terms }: MemoryNeed): number => terms.find(({ key }) => key === 'weights')?.bytes ?? 0;

const evaluatorFor = (model: SpeedModelFacts, quantization: SpeedQuantizationFacts): Evaluate => {
  const contextTokens = Math.min(CONTEXT_TOKENS, model.contextMax);
  const need = memoryNeed({ model, quantization, known: facts.quantizations, contextTokens });
  const weightsBytes = bytesOfWeights(need);
  const speedOf = decodeOn({ model, quantization, weightsBytes, contextTokens }, chips, fitted);
  return evaluator({ totalBytes: need.totalBytes, weightsBytes }, budgets('current', facts.gpuLimits), speedOf);
};

const select = (model: SpeedModelFacts): number => {
  const [quantization] = offered(model, facts.quantizations);
  if (quantization === undefined) return 0;
  const evaluate = evaluatorFor(model, quantization);
  const { candidates } = recommend(sold, evaluate, { currency: 'USD', condition: 'any' });
  return candidates.length + everyMachine.filter((machine) => evaluate(machine).fit.status !== 'no').length;
};

/** Milliseconds of each run, from the fastest to the slowest, after `warmUp` runs that do not count. */
const measure = (run: (index: number) => void, runs: number, warmUp: number): number[] => {
  for (let index = 0; index < warmUp; index += 1) run(index);
  const times = Array.from({ length: runs }, (_, index) => {
    const started = performance.now();
    run(index);
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b);
};

const quantile = (sorted: readonly number[], part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

const { models } = facts;
const results = {
  selection: measure((index) => select(models[index % models.length] as SpeedModelFacts), 2000, 500),
  catalogue: measure(() => models.forEach(select), 30, 5),
};

console.log(`${models.length} models, ${sold.length} configurations of ${facts.macs.length} Macs, ${everyMachine.length} chips with their memory`);
for (const [name, limit] of Object.entries(LIMITS_MS)) {
  const times = results[name as keyof typeof results];
  const median = quantile(times, 0.5);
  const over = median > limit;
  console.log(`${name.padEnd(10)} median ${median.toFixed(3)} ms, p95 ${quantile(times, 0.95).toFixed(3)} ms, limit ${limit} ms${over ? ': OVER' : ''}`);
  if (over && process.argv.includes('--check')) process.exitCode = 1;
}
