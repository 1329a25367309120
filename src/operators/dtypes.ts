import { DTYPES, type Dtype } from '../schemas/operator-table.ts';

/** The five widths of integers, which most operators take together or not at all. */
const INTEGERS: readonly Dtype[] = ['i64', 'i32', 'i16', 'i8', 'u8'];

/** Dtypes as few words: all integers together are `int`; undefined where it is every dtype MPS has. */
export const shortDtypes = (dtypes: readonly Dtype[]): readonly string[] | undefined => {
  if (DTYPES.every((dtype) => dtypes.includes(dtype))) return undefined;
  const integers = INTEGERS.every((dtype) => dtypes.includes(dtype));
  return DTYPES.filter((dtype) => dtypes.includes(dtype)).flatMap((dtype) => (!integers || !INTEGERS.includes(dtype) ? dtype : dtype === 'i64' ? 'int' : []));
};
