import type { OperatorTable } from '../schemas/operator-table.ts';
import { countWays, wayOf } from './way.ts';

/** The table as others may use it: where it comes from, what it counts, and one operator on each line with the way it takes. */
export const downloadOf = ({ version, commit, date, verified, sources, operators }: OperatorTable): string => {
  const head = {
    about:
      'Operators of PyTorch that people call, and what they do on MPS, the GPU of a Mac. Facts counted from the sources below; no rights are claimed in them.',
    version,
    commit,
    date,
    verified,
    sources,
    counts: { total: operators.length, ...countWays(operators) },
  };
  const lines = operators.map((operator) => JSON.stringify({ ...operator, way: wayOf(operator) }));
  return `${JSON.stringify(head, null, 1).slice(0, -2)},\n "operators": [\n${lines.join(',\n')}\n]}\n`;
};
