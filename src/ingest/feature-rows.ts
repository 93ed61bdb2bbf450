import { MOST_CELLS, MOST_COLUMNS } from "../domain/file-limits.ts";
import { type RawColumn, type RawTable, ROWS_PER_WORD, type TableOptions } from "./raw-table.ts";
import { UnreadableFile } from "./unreadable-file.ts";

interface Column {
  readonly name: string;
  readonly texts: string[];
  /** From the first number on. */
  numbers: number[] | undefined;
}

/** Features in, columns out: each property is a column, from the first feature on that has it. */
export class FeatureRows {
  readonly #listSeparator: string;
  readonly #onRows: TableOptions["onRows"];
  readonly #mostCells: number;
  readonly #columns = new Map<string, Column>();
  /** The columns in the order of the last feature: the next one mostly has the same. */
  readonly #inOrder: Column[] = [];
  readonly #geometries: (GeoJSON.Geometry | null)[] = [];
  readonly #lines: number[] = [];

  /** @param mostCells what a table may hold; the cell after that throws UnreadableFile */
  constructor({ listSeparator, onRows }: Pick<TableOptions, "listSeparator" | "onRows">, mostCells = MOST_CELLS) {
    this.#mostCells = mostCells;
    this.#listSeparator = listSeparator;
    this.#onRows = onRows;
  }

  get rowCount(): number {
    return this.#geometries.length;
  }

  /** @param line number of the feature in the file, first = 1; the next one when absent */
  add(
    properties: Iterable<readonly [name: string, value: unknown]>,
    geometry: GeoJSON.Geometry | null,
    line = this.rowCount + 1,
  ): void {
    const row = this.#begin(geometry, line);
    let place = 0;
    for (const [name, value] of properties) this.#put(place++, name, row, value);
  }

  /** The same for properties as they lie in an object. */
  addRecord(properties: Readonly<Record<string, unknown>>, geometry: GeoJSON.Geometry | null): void {
    const row = this.#begin(geometry, this.rowCount + 1);
    const names = Object.keys(properties);
    for (let place = 0; place < names.length; place++) {
      const name = names[place] as string;
      this.#put(place, name, row, properties[name]);
    }
  }

  /** The same for values beside their names; the one at `left` is no property. */
  addValues(
    names: readonly string[],
    values: readonly unknown[],
    left: number,
    geometry: GeoJSON.Geometry | null,
  ): void {
    const row = this.#begin(geometry, this.rowCount + 1);
    for (let place = 0; place < names.length; place++) {
      if (place !== left) this.#put(place, names[place] as string, row, values[place]);
    }
  }

  #begin(geometry: GeoJSON.Geometry | null, line: number): number {
    const row = this.rowCount;
    if (row % ROWS_PER_WORD === 0) this.#onRows?.(row);
    this.#geometries.push(geometry);
    this.#lines.push(line);
    return row;
  }

  #named(name: string): Column {
    const known = this.#columns.get(name);
    if (known) return known;
    if (this.#columns.size >= MOST_COLUMNS) throw new UnreadableFile("too-many-columns", String(MOST_COLUMNS));
    const column: Column = { name, texts: [], numbers: undefined };
    this.#columns.set(name, column);
    return column;
  }

  #put(place: number, name: string, row: number, value: unknown): void {
    let column = this.#inOrder[place];
    if (column?.name !== name) {
      column = this.#named(name);
      this.#inOrder[place] = column;
    }
    // Columns of which most rows have nothing are filled up, too.
    if (row * this.#columns.size > this.#mostCells) throw new UnreadableFile("too-many-cells", String(this.#mostCells));
    const { texts } = column;
    while (texts.length < row) texts.push("");
    texts[row] = textOf(value, this.#listSeparator);
    const number = typeof value === "bigint" ? Number(value) : value;
    if (typeof number !== "number") return;
    column.numbers ??= [];
    while (column.numbers.length < row) column.numbers.push(Number.NaN);
    column.numbers[row] = number;
  }

  /** The columns and geometries so far. */
  table(rest: Pick<RawTable, "crs" | "encoding" | "issues" | "axesTurned" | "goesOn">): RawTable {
    const { rowCount } = this;
    const lines = this.#lines;
    return {
      columns: [...this.#columns].map(
        ([name, column]): RawColumn => ({
          name,
          texts: padded(column.texts, rowCount),
          numbers: column.numbers && numbersOf(column.numbers, rowCount),
        }),
      ),
      rowCount,
      geometries: this.#geometries,
      lineOf: (row) => lines[row] ?? row + 1,
      rejected: 0,
      ...rest,
    };
  }
}

function padded(texts: string[], rowCount: number): string[] {
  while (texts.length < rowCount) texts.push("");
  return texts;
}

function numbersOf(numbers: readonly number[], rowCount: number): Float64Array {
  const whole = new Float64Array(rowCount).fill(Number.NaN);
  whole.set(numbers);
  return whole;
}

/** What properties hold is nested some ten levels deep; deeper ones overflow whatever walks through them. */
const DEEPEST = 100;

function isDeeper(value: object, levels: number): boolean {
  if (levels === 0) return true;
  for (const inner of Object.values(value)) {
    if (typeof inner === "object" && inner !== null && isDeeper(inner, levels - 1)) return true;
  }
  return false;
}

function textOf(value: unknown, listSeparator: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (value === null || value === undefined || value instanceof Uint8Array) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString();
  if (typeof value === "object" && isDeeper(value, DEEPEST)) throw new UnreadableFile("json-too-deep", String(DEEPEST));
  if (Array.isArray(value)) return value.map((entry) => textOf(entry, listSeparator)).join(listSeparator);
  if (typeof value === "object") return JSON.stringify(value);
  return String(value);
}
