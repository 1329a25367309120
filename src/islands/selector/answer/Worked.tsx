import type { ComponentChildren } from 'preact';

export interface WorkedRow {
  readonly label: string;
  readonly value: string;
  /** Where the value comes from */
  readonly why?: readonly string[];
}

interface Props {
  /** How, in words */
  formula: string;
  rows: readonly WorkedRow[];
  total?: WorkedRow;
  /** How sure it is, sources */
  children?: ComponentChildren;
}

const Row = ({ label, value, why = [] }: WorkedRow) => (
  <tr>
    <th scope="row">
      {label}
      {why.map((line) => (
        <small key={line}>{line}</small>
      ))}
    </th>
    <td>{value}</td>
  </tr>
);

/** One number with its formula, its inputs, their sum, and where they come from. */
export const Worked = ({ formula, rows, total, children }: Props) => (
  <>
    <p>{formula}</p>
    <table>
      <tbody>
        {rows.map((row) => (
          <Row key={row.label} {...row} />
        ))}
      </tbody>
      {total && (
        <tfoot>
          <Row {...total} />
        </tfoot>
      )}
    </table>
    {children}
  </>
);
