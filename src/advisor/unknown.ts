/** Why there is no answer. */
export type UnknownReason =
  /** No source states the size of a part the sum needs. */
  | 'part-size-unknown'
  /** Nobody states or computes how fast the GPU of this chip is. */
  | 'gpu-rate-unknown'
  /** No published measurement of this model, or of one like it, to scale from. */
  | 'no-measurement'
  /** The request lies outside of what the model can do. */
  | 'beyond-model';

/** An honest “not known”, with what would be needed. */
export interface Unknown {
  readonly known: false;
  readonly reason: UnknownReason;
  /** Which parts or values are missing. */
  readonly missing: readonly string[];
}

export const unknown = (reason: UnknownReason, ...missing: readonly string[]): Unknown => ({ known: false, reason, missing });
