/** Whether the address of an index, or the name of a channel, is that of CUDA builds. */
export const isCudaIndex = (index: string): boolean => /(?:^|[/+_-])cu\d{2,3}(?:$|[/._-])|cuda|nvidia/i.test(index);

const isDefaultIndex = (index: string): boolean => /^https?:\/\/(?:www\.)?(?:pypi\.org|pypi\.python\.org|files\.pythonhosted\.org)(?:\/|$)/i.test(index);

/** An index as a dependency carries it: null for PyPI, which needs no word. */
export const namedIndex = (index: string | null | undefined): string | null => {
  const named = index ?? '';
  return named === '' || isDefaultIndex(named) ? null : named;
};

/** Of several indexes that hold at once the one that matters: that of CUDA builds, else of ROCm, else the last. */
export const weightiestIndex = (indexes: readonly string[]): string | null => {
  const named = indexes.filter((index) => namedIndex(index) !== null);
  return named.find(isCudaIndex) ?? named.find((index) => /rocm/i.test(index)) ?? named.at(-1) ?? null;
};

/** An index, and whether it is only looked at beside PyPI. */
export interface HeldIndex {
  readonly index: string | null;
  readonly indexIsExtra?: true;
}

/** The index that matters of those that stand in for PyPI and those that are looked at beside it. */
export const heldIndex = (indexes: readonly string[], extras: readonly string[]): HeldIndex => {
  const own = weightiestIndex(indexes);
  const extra = weightiestIndex(extras);
  return extra !== null && (own === null || (isCudaIndex(extra) && !isCudaIndex(own))) ? { index: extra, indexIsExtra: true } : { index: own };
};
