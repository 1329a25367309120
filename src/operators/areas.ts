import type { Operator } from '../schemas/operator-table.ts';

/** Where operators are found in Python, in the order of the table. */
export const AREAS = ['torch', 'torch.Tensor', 'torch.nn.functional', 'torch.linalg', 'torch.special', 'torch.fft'] as const;
export type Area = (typeof AREAS)[number];

/** The area of an operator's usual name. What only brackets call (`x[0]`) belongs to the methods of tensors. */
export const areaOf = ({ python: [name] }: Pick<Operator, 'python'>): Area => {
  const place = name?.slice(0, name.lastIndexOf('.')) ?? 'torch.Tensor';
  const area = AREAS.find((one) => one === place);
  if (area === undefined) throw new Error(`${name}: no area of the table holds ${place}`);
  return area;
};

/** Operators by area, in the order of the table. Areas without any are left out. */
export const byArea = <Kind extends Pick<Operator, 'python'>>(operators: readonly Kind[]): { readonly area: Area; readonly operators: readonly Kind[] }[] =>
  AREAS.map((area) => ({ area, operators: operators.filter((operator) => areaOf(operator) === area) })).filter((group) => group.operators.length > 0);
