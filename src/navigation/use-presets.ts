/** A page of the spec selector for one use: a link whose answer is written out when the site is built. */
export interface UsePreset {
  /** Last part of its address; its words are in content/ui/tool-presets under `preset.<id>`. Addresses stand in links: never rename. */
  readonly id: string;
  /** `memory`: what a Mac of this size runs. `use`: which Mac a use needs. */
  readonly group: 'memory' | 'use';
  /** Query string of the selector. */
  readonly query: string;
  /** The verdict its advice was written for. When facts change the answer, a test asks for new words. */
  readonly writtenFor: string;
  /** Slugs of articles that say more. */
  readonly articles: readonly string[];
  /** Models of its table of what fits; none, no table. */
  readonly models?: readonly string[];
}

/** Language models people ask for, from small to large: rows of the tables of what fits. */
export const COMMON_MODELS = [
  'gemma-3-1b',
  'qwen3-1.7b',
  'llama-3.2-3b',
  'qwen3-4b',
  'gemma-4-e4b',
  'qwen3-8b',
  'llama-3.1-8b',
  'qwen3-swallow-8b',
  'qwen3.5-9b',
  'gemma-4-12b',
  'qwen3-14b',
  'gpt-oss-20b',
  'devstral-2-24b',
  'gemma-4-26b-a4b',
  'qwen3.6-27b',
  'qwen3-32b',
  'qwen3.6-35b-a3b',
  'llama-3.3-70b',
  'qwen3-next-80b-a3b',
  'glm-4.5-air',
  'gpt-oss-120b',
  'qwen3-235b-a22b',
  'glm-4.7',
  'deepseek-v3.2',
  'kimi-k2',
] as const;

/** Models made or trained further for Japanese, of those that are asked for. */
const JAPANESE_MODELS = [
  'tinyswallow-1.5b',
  'lfm2.5-1.2b-jp',
  'sarashina2.2-3b',
  'llm-jp-4-8b',
  'qwen3-swallow-8b',
  'nemotron-nano-9b-v2-ja',
  'abeja-qwen3-14b',
  'gpt-oss-swallow-20b',
  'llm-jp-4-32b-a3b',
  'qwen3-swallow-32b',
  'llama-3.3-swallow-70b',
  'gpt-oss-swallow-120b',
] as const;

const IMAGE_MODELS = ['sd-1.5', 'sdxl-1.0', 'sd3.5-large', 'flux.1-schnell', 'flux.1-dev', 'flux.2-klein-4b', 'z-image-turbo', 'qwen-image'] as const;
const SPEECH_MODELS = ['whisper-tiny', 'whisper-base', 'whisper-small', 'whisper-medium', 'whisper-large-v3-turbo', 'whisper-large-v3'] as const;
const EMBEDDING_MODELS = ['ruri-v3-30m', 'ruri-v3-310m', 'multilingual-e5-large', 'bge-m3', 'qwen3-embedding-0.6b', 'qwen3-embedding-8b'] as const;

/** A Mac of one memory size, with a chip that many of them have. */
const inMemory = (memoryGB: number, chip: string, model: string, writtenFor: string): UsePreset => ({
  id: `local-llm-${memoryGB}gb`,
  group: 'memory',
  query: `task=chat&model=${model}&chip=${chip}&mem=${memoryGB}`,
  writtenFor,
  articles: ['memory-size', 'local-llm'],
  models: COMMON_MODELS,
});

/** In the order in which they are listed. */
export const USE_PRESETS: readonly UsePreset[] = [
  inMemory(8, 'm2-8', 'qwen3-4b', 'owned-fits'),
  inMemory(16, 'm4-10', 'qwen3-8b', 'owned-comfortable'),
  inMemory(24, 'm5-10', 'gpt-oss-20b', 'owned-fits'),
  inMemory(32, 'm5-10', 'qwen3.6-35b-a3b', 'owned-fits'),
  inMemory(48, 'm5-pro-20', 'qwen3-32b', 'owned-comfortable'),
  inMemory(64, 'm5-pro-20', 'qwen3-next-80b-a3b', 'owned-fits'),
  inMemory(128, 'm5-max-40', 'gpt-oss-120b', 'owned-comfortable'),
  {
    id: 'macbook-air-m2-16gb',
    group: 'memory',
    query: 'task=chat&model=qwen3-8b&chip=m2-8&mem=16',
    writtenFor: 'owned-comfortable',
    articles: ['memory-size', 'which-mac'],
    models: COMMON_MODELS,
  },
  {
    id: 'coding-agent',
    group: 'use',
    query: 'task=agent&model=qwen3.6-35b-a3b',
    writtenFor: 'buy',
    articles: ['local-llm', 'bandwidth'],
  },
  {
    id: 'japanese-llm',
    group: 'use',
    query: 'task=chat&model=qwen3-swallow-8b',
    writtenFor: 'buy',
    articles: ['local-llm', 'quantization'],
    models: JAPANESE_MODELS,
  },
  {
    id: 'llm-70b',
    group: 'use',
    query: 'task=chat&model=llama-3.3-70b',
    writtenFor: 'buy',
    articles: ['local-llm', 'which-mac'],
  },
  {
    id: 'image-generation',
    group: 'use',
    query: 'task=image&model=flux.2-klein-4b',
    writtenFor: 'buy',
    articles: ['image-generation', 'image-apps'],
    models: IMAGE_MODELS,
  },
  {
    id: 'transcription',
    group: 'use',
    query: 'task=speech&model=whisper-large-v3-turbo',
    writtenFor: 'buy',
    articles: ['speech-to-text', 'neural-engine'],
    models: SPEECH_MODELS,
  },
  { id: 'lora-8b', group: 'use', query: 'task=lora&model=qwen3-8b', writtenFor: 'buy', articles: ['lora', 'small-training'] },
  {
    id: 'train-from-scratch',
    group: 'use',
    query: 'task=training&model=llama-3.1-8b&method=full-amp',
    writtenFor: 'rent-cloud',
    articles: ['llm-training', 'cloud-gpus'],
  },
  {
    id: 'rag-embedding',
    group: 'use',
    query: 'task=embedding&model=bge-m3',
    writtenFor: 'buy',
    articles: ['apps-and-tools', 'memory-size'],
    models: EMBEDDING_MODELS,
  },
  { id: 'app-development', group: 'use', query: 'task=apps&model=qwen3-4b', writtenFor: 'buy', articles: ['apps-and-tools', 'core-ml'] },
];
