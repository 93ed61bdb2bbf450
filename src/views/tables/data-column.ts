import type { ReactNode } from "react";
import type { Provenance } from "../../domain/provenance.ts";

/** One column of a DataTable. The first column of a table is the header of its rows and, unless it holds numbers, takes the room that is left. */
export interface DataColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** What the column means, shown when the pointer rests on the header. */
  readonly hint?: string | undefined;
  /** Sorted by; undefined = missing, which stands last in both directions. */
  readonly value: (row: Row) => string | number | undefined;
  /** What is shown and filtered by. */
  readonly text: (row: Row) => string;
  /** Where the figure comes from: the cell then answers a click. */
  readonly provenance?: ((row: Row) => Provenance | undefined) | undefined;
  /** A mark before the text, e.g. a swatch; never the only sign. */
  readonly mark?: ((row: Row) => ReactNode) | undefined;
  /** Right-aligned; sorting begins with the largest. */
  readonly isNumber?: boolean | undefined;
  /** Sorting begins with the smallest although it is a number, e.g. a rank. */
  readonly smallestFirst?: boolean | undefined;
  /** Below the title, e.g. a choice of what the column means. */
  readonly below?: ReactNode;
  /** Least width in CSS pixels. */
  readonly width: number;
}

export interface DataSort {
  readonly column: string;
  readonly descending: boolean;
}
