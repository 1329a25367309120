import type { OperatorTable } from '../schemas/operator-table.ts';

/** Tables as JSON with one operator on each line, so that a change of one operator is a change of one line. */
export const printTables = (tables: readonly OperatorTable[]): string => {
  const table = ({ operators, sources, ...head }: OperatorTable): string => {
    const field = (name: string, value: string): string => `    ${JSON.stringify(name)}: ${value}`;
    const lines = (values: readonly unknown[]): string => `[\n${values.map((value) => `      ${JSON.stringify(value)}`).join(',\n')}\n    ]`;
    const fields = Object.entries(head).map(([name, value]) => field(name, JSON.stringify(value)));
    return `  {\n${[...fields, field('sources', lines(sources)), field('operators', lines(operators))].join(',\n')}\n  }`;
  };
  return `[\n${tables.map(table).join(',\n')}\n]\n`;
};
