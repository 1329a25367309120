import type { LlmBenchmark, LlmBenchmarkRow } from '../schemas/llm-benchmark.ts';
import type { CacheLoad } from '../advisor/speed/decode.ts';
import type { ModelClass } from '../advisor/speed/parameters.ts';
import { attentionGflop, cacheReadGB, classOf, workOf, type ChipFacts, type SpeedOptions, type Work } from '../advisor/speed/work.ts';
import type { SpeedModelFacts, SpeedQuantizationFacts } from '../advisor/types.ts';
import { weightsBytes } from '../advisor/weights.ts';

/** A published figure with all the advisor needs to estimate it. */
export interface Observation {
  readonly source: string;
  readonly row: LlmBenchmarkRow;
  readonly request: SpeedOptions;
  readonly work: Work;
  readonly modelClass: ModelClass;
  /** Decode: what the cache costs per token. */
  readonly load: CacheLoad;
  /** Prefill: tokens of the timed run, and operations of attention per token. */
  readonly promptTokens: number;
  readonly attentionGflop: number;
}

export interface ObservationFacts {
  readonly chips: readonly ChipFacts[];
  readonly models: readonly SpeedModelFacts[];
  readonly quantizations: readonly SpeedQuantizationFacts[];
  readonly llmBenchmarks: readonly LlmBenchmark[];
}

/** llama.cpp learned to run independent operations at once in this month; earlier builds need longer per layer. */
const CONCURRENT_SINCE = '2025-08';

/** llama.cpp pull request 26570, which made answering with a quantized cache faster, was merged on this day; what reads prompts followed that month. */
const CACHE_KERNELS_SINCE = '2026-08-24';

/** True where every day the partial date can mean lies before the month. `2025` alone may: builds so dated are of its first half. */
const isSerial = ({ engine, date }: LlmBenchmarkRow): boolean => engine === 'llama.cpp' && date < CONCURRENT_SINCE;

/**
 * The published rows that are used, by what they measure.
 * @throws when a row names a chip, model or quantization that is not among the facts; the registry checks that first
 */
export const observationsOf = (facts: ObservationFacts, measure: LlmBenchmarkRow['measure']): Observation[] => {
  const byId = <T extends { readonly id: string }>(records: readonly T[]): Map<string, T> => new Map(records.map((record) => [record.id, record]));
  const chips = byId(facts.chips);
  const models = byId(facts.models);
  const quantizations = byId(facts.quantizations);
  return facts.llmBenchmarks.flatMap(({ id: source, rows }) =>
    rows
      .filter((row) => row.measure === measure && row.excluded === undefined)
      .map((row): Observation => {
        const chip = chips.get(row.chip);
        const model = models.get(row.model ?? '');
        const quantization = quantizations.get(row.quant ?? '');
        if (!chip || !model || !quantization) throw new Error(`llm-benchmarks/${source}: no chip, model or quantization for ${row.name}`);
        const request: SpeedOptions = {
          chip,
          memoryGB: row.memoryGB,
          model,
          quantization,
          weightsBytes: row.weightsBytes ?? weightsBytes(model, quantization, facts.quantizations).bytes,
          flashAttention: row.flashAttention ?? true,
          cacheType: row.cacheType,
          microBatch: row.microBatch,
          float16: row.activations === 'float16',
          // Its own MLX engine wraps no other runtime.
          ollama: row.software.startsWith('ollama') && row.engine === 'llama.cpp',
          earlyCacheKernels: row.engine === 'llama.cpp' && row.date < CACHE_KERNELS_SINCE,
          serialBuild: isSerial(row),
        };
        const work = workOf(request);
        const promptTokens = row.promptTokens ?? Math.max(1, row.contextTokens);
        return {
          source,
          row,
          request,
          work,
          modelClass: classOf(work),
          load: { cacheGB: cacheReadGB(request, row.contextTokens), attentionGflop: attentionGflop(model, 1, row.contextTokens) },
          promptTokens,
          attentionGflop: attentionGflop(model, promptTokens, row.contextTokens),
        };
      }),
  );
};
