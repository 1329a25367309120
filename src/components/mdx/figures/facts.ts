import { comparedClaims } from '../../../facts/claim-series.ts';
import type { Facts } from '../../../facts/collections.ts';
import { referencesIn } from '../../../facts/mdx-tags.ts';

/** What `<MemoryBudget>` shows unless told otherwise. */
export const budgetDefaults = { memoryGB: 32, model: 'qwen3-8b', quant: 'q4_k_m' };

/** Claims `<TrainingMemory>` is drawn from. */
export const trainingClaims = {
  inference16: 'claims/training-bytes-inference-16bit',
  qlora: 'claims/training-bytes-qlora',
  qloraMinimum: 'claims/training-8b-qlora-minimum',
  lora: 'claims/training-bytes-lora',
  loraMinimum: 'claims/training-8b-lora-minimum',
  fullBf16: 'claims/training-bytes-full-bf16',
  fullMixed: 'claims/training-bytes-full-adamw',
} as const;

/** Claims `<MpsPath>` is drawn from. */
export const operatorClaims = {
  total: 'claims/mps-ops-public',
  native: 'claims/mps-ops-native',
  composed: 'claims/mps-ops-composed',
  missing: 'claims/mps-ops-missing',
  cpuFallback: 'claims/mps-ops-cpu-fallback',
  fallback: 'claims/mps-fallback',
} as const;

/** Models `<FitsByMemory>` compares, from small to large, each in the quantization people run it in. */
export const comparedModels = [
  { model: 'qwen3-4b', quant: 'q4_k_m' },
  { model: 'qwen3-8b', quant: 'q4_k_m' },
  { model: 'qwen3-14b', quant: 'q4_k_m' },
  { model: 'gpt-oss-20b', quant: 'mxfp4' },
  { model: 'gemma-3-27b', quant: 'q4_k_m' },
  { model: 'qwen3-32b', quant: 'q4_k_m' },
  { model: 'llama-3.3-70b', quant: 'q4_k_m' },
  { model: 'gpt-oss-120b', quant: 'mxfp4' },
] as const;

/** Memory sizes `<FitsByMemory>` compares. */
export const comparedSizesGB = [16, 24, 32, 48, 64, 96, 128] as const;

/** Models people know, by what training them from scratch took; parameters are those of the model where the facts have it. */
export const trainingRuns = [
  { name: 'GPT-2 (124M)', tokens: 'claims/fig-tokens-gpt2', size: 'claims/fig-size-gpt2' },
  { name: 'TinyLlama 1.1B', tokens: 'claims/fig-tokens-tinyllama', size: 'claims/fig-size-tinyllama' },
  { name: 'Llama 2 7B', tokens: 'claims/fig-tokens-llama-2', size: 'models/llama-2-7b' },
  { name: 'Llama 3.1 8B', tokens: 'claims/fig-tokens-llama-3-1', size: 'models/llama-3.1-8b' },
  { name: 'DeepSeek-V3', tokens: 'claims/fig-tokens-deepseek-v3', size: 'models/deepseek-v3-r1' },
  { name: 'Llama 3.1 70B', tokens: 'claims/fig-tokens-llama-3-1', size: 'models/llama-3.1-70b' },
  { name: 'Llama 3.1 405B', tokens: 'claims/fig-tokens-llama-3-1', size: 'models/llama-3.1-405b' },
] as const;

/** What `<TrainingYears>` shows unless told otherwise, and the run its caption names. */
export const trainingYearsDefaults = { chip: 'm4-max-40', example: 'Llama 2 7B' };

/** What `<Roofline>` shows unless told otherwise: a small chip, and a large one with matrix units. */
export const rooflineDefaults = { chips: 'm4-10 m5-max-40', model: 'qwen3-8b', quant: 'q4_k_m', promptTokens: 512 };

/** What `<QuantSizes>` shows unless told otherwise. */
export const quantSizeDefaults = { model: 'qwen3-8b' };

/** What `<DecodeSpeeds>` shows unless told otherwise. */
export const decodeDefaults = {
  model: 'qwen3-8b',
  quant: 'q4_k_m',
  chips: 'm4-10 m5-10 m4-pro-20 m5-pro-20 m4-max-40 m5-max-40 m5-ultra-80',
  contextTokens: 1024,
};

/** Published runs are shown beside an estimate up to this context: up to its own, and always while the cache is small. */
export const mostContext = (contextTokens: number): number => Math.max(4096, contextTokens);

/** Claims `<AneRoute>` is drawn from. */
export const routeClaims = ['claims/mps-backend', 'claims/verdict-ane-llm', 'claims/fig-core-ml-units', 'claims/fig-core-ai-units'] as const;

/** When the last Mac with an Intel chip was replaced. */
export const lastIntelMac = 'claims/fig-intel-last-mac';

/** The chips in an attribute: `m4-10 m5-max-40`. */
export const chipIds = (chips: string): string[] => chips.split(/\s+/).filter((id) => id !== '');

/** Published decode speeds of a model and quantization on a chip that the calibration uses too, each with the sources it comes from. */
export const publishedDecode = (facts: Facts, model: string, quant: string, chip: string, contextTokens: number) =>
  facts.llmBenchmarks.flatMap((benchmark) =>
    benchmark.rows
      .filter(
        (row) =>
          row.measure === 'decode' &&
          row.excluded === undefined &&
          row.model === model &&
          row.quant === quant &&
          row.chip === chip &&
          row.contextTokens <= mostContext(contextTokens),
      )
      .map((row) => ({ ...row, benchmark: benchmark.id, source: benchmark.sources })),
  );

const all = (collection: string, records: readonly { readonly id: string }[]): string[] => records.map(({ id }) => `${collection}/${id}`);

/** Macs on sale and their present prices. */
const macsOnSale = ({ macs, prices }: Facts): string[] => [
  ...all(
    'macs',
    macs.filter(({ onSale }) => onSale),
  ),
  ...all(
    'prices',
    prices.filter(({ current }) => current),
  ),
];

/** Attributes of the tag as they stand in the article. */
type TagProps = Readonly<Record<string, string>>;

/** Attributes a figure cannot do without: those whose words and facts the article brings itself. */
export const requiredAttributes: Readonly<Record<string, readonly string[]>> = {
  ClaimBars: ['id', 'title', 'caption', 'of', 'labels'],
  Flow: ['id', 'title', 'caption'],
};

/**
 * The facts each figure shows, by the name an article uses for it. A page's date of verification is derived from them. The keys are
 * also the list of figures an article may use.
 * @throws FactError for attributes a figure cannot be drawn from
 */
export const figureFacts: Readonly<Record<string, (props: TagProps, facts: Facts) => string[]>> = {
  AneRoute: () => [...routeClaims],
  BandwidthLadder: (_, { chips }) => all('chips', chips),
  ChipTable: (_, { chips }) => all('chips', chips),
  ClaimBars: ({ of = '', labels = '' }) => {
    comparedClaims(of, labels);
    return referencesIn(of);
  },
  CudaStack: () => ['claims/cuda-last-macos'],
  DecodeSpeeds: (
    { model = decodeDefaults.model, quant = decodeDefaults.quant, chips = decodeDefaults.chips, contextTokens = `${decodeDefaults.contextTokens}` },
    facts,
  ) => [
    `models/${model}`,
    `quantizations/${quant}`,
    ...chipIds(chips).map((chip) => `chips/${chip}`),
    ...new Set(
      chipIds(chips).flatMap((chip) => publishedDecode(facts, model, quant, chip, Number(contextTokens)).map(({ benchmark }) => `llm-benchmarks/${benchmark}`)),
    ),
  ],
  FitsByMemory: (_, { gpuLimits }) => [
    ...comparedModels.map(({ model }) => `models/${model}`),
    ...new Set(comparedModels.map(({ quant }) => `quantizations/${quant}`)),
    ...all('gpu-limits', gpuLimits),
  ],
  Flow: () => [],
  GenerationTimeline: (_, { chips }) => [...all('chips', chips), lastIntelMac],
  GpuLimitChart: (_, { gpuLimits }) => all('gpu-limits', gpuLimits),
  GpuLimitTable: (_, { gpuLimits }) => all('gpu-limits', gpuLimits),
  LocalToCloud: () => [],
  MacPricePerGB: (_, facts) => macsOnSale(facts),
  MacPriceTable: (_, facts) => macsOnSale(facts),
  MemoryBudget: ({ model = budgetDefaults.model, quant = budgetDefaults.quant }, { gpuLimits }) => [
    `models/${model}`,
    `quantizations/${quant}`,
    ...all('gpu-limits', gpuLimits),
  ],
  MpsPath: () => Object.values(operatorClaims),
  TrainingMemory: () => [...Object.values(trainingClaims), 'quantizations/q4_k_m'],
  QuantSizes: ({ model = quantSizeDefaults.model }) => [`models/${model}`],
  Roofline: ({ chips = rooflineDefaults.chips }) => [
    ...chipIds(chips).map((chip) => `chips/${chip}`),
    `models/${rooflineDefaults.model}`,
    `quantizations/${rooflineDefaults.quant}`,
  ],
  TrainingYears: ({ chip = trainingYearsDefaults.chip }) => [`chips/${chip}`, ...new Set(trainingRuns.flatMap(({ tokens, size }) => [tokens, size]))],
  VerdictMap: () => [],
};
