import type { ReactNode } from "react";
import styles from "./figure-table.module.css";

interface FigureTableProps {
  readonly caption: string;
  /** Heads of the columns; the first stands above the heads of the rows. */
  readonly columns: readonly { readonly id: string; readonly title: ReactNode }[];
  readonly rows: readonly { readonly id: string; readonly head: ReactNode; readonly cells: readonly ReactNode[] }[];
  /** `compared`: what matters stands last. `choices`: cells of one width that can be pressed. `tools`: the last column has something to press. */
  readonly look?: "compared" | "choices" | "tools" | undefined;
}

/** A few figures in rows and columns, all in sight; long lists of rows stand in a DataTable. */
export function FigureTable({ caption, columns: [corner, ...columns], rows, look }: FigureTableProps) {
  return (
    <table className={styles.table} data-look={look} data-many={columns.length > 4 || undefined}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {corner?.title ? <th scope="col">{corner.title}</th> : <td />}
          {columns.map(({ id, title }) =>
            title ? (
              <th key={id} scope="col">
                {title}
              </th>
            ) : (
              <td key={id} />
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, head, cells }) => (
          <tr key={id}>
            <th scope="row">{head}</th>
            {columns.map((column, c) =>
              // A single figure holds for all columns.
              cells.length > 1 || c === 0 ? (
                <td key={column.id} colSpan={cells.length > 1 ? undefined : columns.length}>
                  {cells[c]}
                </td>
              ) : null,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
