/** What an input accepts; both ends count. */
export interface Limits {
  readonly min: number;
  readonly max: number;
}

/** Below this no conversation is possible, and runtimes reserve as much anyway. Above: the longest context a model is published for. */
export const CONTEXT_TOKENS: Limits = { min: 512, max: 10_485_760 };

/** Shorter examples teach nothing and give no vector worth having. */
export const SEQUENCE_TOKENS: Limits = { min: 16, max: CONTEXT_TOKENS.max };

export const SEQUENCES: Limits = { min: 1, max: 64 };
export const IMAGE_PX: Limits = { min: 256, max: 4096 };
export const STEPS: Limits = { min: 1, max: 150 };
export const BATCH: Limits = { min: 1, max: 1024 };

/** In 10^9. From the smallest model anybody trains to ten times the largest published. */
export const PARAMS_B: Limits = { min: 0.001, max: 10_000 };
export const LAYERS: Limits = { min: 1, max: 512 };
export const KV_HEADS: Limits = { min: 1, max: 512 };
export const HEAD_DIM: Limits = { min: 8, max: 2048 };

export const PRICE: Limits = { min: 1, max: 99_999_999 };
/** 0 is the default of macOS; the largest Mac has 512 GiB. */
export const WIRED_LIMIT_MIB: Limits = { min: 0, max: 524_288 };
export const OTHER_APPS_GB: Limits = { min: 0, max: 512 };
export const DISK_GB: Limits = { min: 0, max: 16_000 };

export const isWithin = (value: number, { min, max }: Limits): boolean => value >= min && value <= max;
export const clamp = (value: number, { min, max }: Limits): number => Math.min(max, Math.max(min, value));
