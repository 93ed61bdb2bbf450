import type { DataColumn } from "./data-column.ts";

interface NumberColumn<Row> extends Pick<DataColumn<Row>, "id" | "title" | "hint" | "provenance" | "smallestFirst"> {
  /** Undefined = missing. */
  readonly value: (row: Row) => number | undefined;
  readonly format: (value: number) => string;
  readonly width?: number;
}

/** A column of figures; a missing one is a dash. */
export function numberColumn<Row>({ value, format, width = 100, ...column }: NumberColumn<Row>): DataColumn<Row> {
  return {
    ...column,
    value,
    text(row) {
      const known = value(row);
      return known === undefined ? "–" : format(known);
    },
    isNumber: true,
    width,
  };
}
