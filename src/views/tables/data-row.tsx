import { Figure } from "../controls/figure.tsx";
import type { DataColumn } from "./data-column.ts";
import styles from "./data-table.module.css";

interface DataRowProps<Row> {
  readonly row: Row;
  readonly columns: readonly DataColumn<Row>[];
  /** Position among the rows that are shown. */
  readonly index: number;
  readonly height: number;
  /** The column that Tab leads to, if it leads to this row. */
  readonly activeColumn: number | undefined;
  readonly isSelected: boolean;
  readonly isMarked: boolean;
  readonly onActivate: ((row: Row) => void) | undefined;
  readonly onFocus: (column: number) => void;
}

/** One row of a DataTable; its header activates it, figures answer where they come from, other cells take the focus themselves. */
export function DataRow<Row>({ row, columns, activeColumn, onActivate, ...props }: DataRowProps<Row>) {
  const name = columns[0]?.text(row) ?? "";
  return (
    <tr
      aria-rowindex={props.index + 2}
      aria-selected={props.isSelected}
      data-marked={props.isMarked || undefined}
      style={{ height: props.height }}
    >
      {columns.map((column, index) => {
        const text = column.text(row);
        const mark = column.mark?.(row);
        const provenance = column.provenance?.(row);
        const tabIndex = index === activeColumn ? 0 : -1;
        const cell = {
          "data-cell": `${props.index}:${index}`,
          "data-number": column.isNumber || undefined,
          onFocus: () => props.onFocus(index),
        };
        if (index === 0) {
          return (
            <th key={column.id} scope="row" tabIndex={onActivate ? undefined : tabIndex} {...cell}>
              {onActivate ? (
                <button type="button" className={styles.activate} tabIndex={tabIndex} onClick={() => onActivate(row)}>
                  {mark}
                  <span>{text}</span>
                </button>
              ) : (
                <>
                  {mark}
                  {text}
                </>
              )}
            </th>
          );
        }
        return (
          <td
            key={column.id}
            tabIndex={provenance ? undefined : tabIndex}
            title={column.isNumber ? undefined : text}
            {...cell}
          >
            {mark}
            {provenance ? (
              <Figure
                text={text}
                label={`${name}, ${column.title}`}
                provenance={() => provenance}
                tabIndex={tabIndex}
              />
            ) : (
              text
            )}
          </td>
        );
      })}
    </tr>
  );
}
