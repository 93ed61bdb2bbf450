import {
  Bool,
  type Data,
  type DataType,
  Field,
  Float32,
  Float64,
  Int32,
  List,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Utf8,
} from "apache-arrow";

/** What a column of a table may hold. NaN, undefined and null become NULL; an empty text or list stays what it is. */
export type ColumnType = "text" | "double" | "single" | "integer" | "boolean" | "text-list";

export interface ColumnValues {
  text: Values<string | null | undefined>;
  double: Values<number | null | undefined>;
  single: Float32Array;
  integer: Values<number | null | undefined>;
  boolean: Values<number | boolean | null | undefined>;
  "text-list": Values<readonly string[]>;
}

/** Values that are there, or values that are made row by row when their slice is written: a column of millions made at once is felt. */
export type Values<T> = ArrayLike<T> | ComputedValues<T>;

export interface ComputedValues<T> {
  readonly length: number;
  readonly valueAt: (row: number) => T;
}

/** One value of each record; asked only for rows that there are. */
export function perRow<Row, T>(rows: readonly Row[], value: (row: Row, position: number) => T): ComputedValues<T> {
  return { length: rows.length, valueAt: (position) => value(rows[position] as Row, position) };
}

/** One column to insert, all columns of a call with the same length. */
export type Column = {
  [T in ColumnType]: { readonly name: string; readonly type: T; readonly values: ColumnValues[T] };
}[ColumnType];

/**
 * Messages are written on the thread that shows the page; between two of them it is free. As many rows as take `SLICE_MS`: that is
 * 1,000 where the code has not run yet, and 20,000 cells where it has.
 */
const FEWEST_ROWS = 500;
const MOST_ROWS = 20_000;
const SLICE_MS = 8;

const utf8 = new TextEncoder();

/**
 * Columns as Arrow IPC streams, one complete stream per slice of rows, from typed arrays only: the builders of apache-arrow compile
 * code with `new Function`, which the content security policy forbids.
 * @param columns all of one length (rows).
 * @throws when lengths differ, or a number of an integer column is not a 32-bit integer.
 */
export function* arrowStreams(columns: readonly Column[]): Generator<Uint8Array> {
  const rows = columns[0]?.values.length ?? 0;
  for (const column of columns) {
    if (column.values.length !== rows) {
      throw new Error(`column ${column.name} has ${column.values.length} values, expected ${rows}`);
    }
  }
  const schema = new Schema(columns.map((column) => new Field(column.name, arrowType(column.type), true)));
  let size = 2 * FEWEST_ROWS;
  for (let from = 0; from < rows; ) {
    const begun = performance.now();
    const to = Math.min(rows, from + size);
    const children = columns.map((column) => columnData(column, from, to));
    const data = makeData({ type: new Struct(schema.fields), length: to - from, nullCount: 0, children });
    const stream = RecordBatchStreamWriter.writeAll([new RecordBatch(schema, data)]).toUint8Array(true);
    const took = performance.now() - begun;
    if (took < SLICE_MS / 2) size = Math.min(MOST_ROWS, 2 * size);
    else if (took > SLICE_MS) size = Math.max(FEWEST_ROWS, size >> 1);
    from = to;
    yield stream;
  }
}

function arrowType(type: ColumnType): DataType {
  switch (type) {
    case "text":
      return new Utf8();
    case "double":
      return new Float64();
    case "single":
      return new Float32();
    case "integer":
      return new Int32();
    case "boolean":
      return new Bool();
    case "text-list":
      return new List(new Field("item", new Utf8(), true));
  }
}

function columnData(column: Column, from: number, to: number): Data {
  const length = to - from;
  switch (column.type) {
    case "text": {
      const valueAt = readerOf(column.values);
      const known = bitmap(length, (i) => valueAt(from + i) != null);
      const { offsets, bytes } = textBytes(length, (i) => valueAt(from + i) ?? "");
      return makeData({ type: new Utf8(), length, ...known, valueOffsets: offsets, data: bytes });
    }
    case "double": {
      const valueAt = readerOf(column.values);
      const data = new Float64Array(length);
      for (let i = 0; i < length; i++) data[i] = valueAt(from + i) ?? Number.NaN;
      const known = bitmap(length, (i) => !Number.isNaN(data[i]));
      return makeData({ type: new Float64(), length, ...known, data });
    }
    case "single": {
      const data = column.values.slice(from, to);
      const known = bitmap(length, (i) => !Number.isNaN(data[i]));
      return makeData({ type: new Float32(), length, ...known, data });
    }
    case "integer": {
      const valueAt = readerOf(column.values);
      const data = new Int32Array(length);
      const known = bitmap(length, (i) => {
        const value = valueAt(from + i);
        if (value == null || Number.isNaN(value)) return false;
        data[i] = value;
        if (data[i] !== value) throw new Error(`column ${column.name} holds ${value}, which is no 32-bit integer`);
        return true;
      });
      return makeData({ type: new Int32(), length, ...known, data });
    }
    case "boolean": {
      const valueAt = readerOf(column.values);
      const known = bitmap(length, (i) => valueAt(from + i) != null);
      const set = bitmap(length, (i) => Boolean(valueAt(from + i)));
      return makeData({ type: new Bool(), length, ...known, data: set.nullBitmap });
    }
    case "text-list": {
      const valueAt = readerOf(column.values);
      const starts = new Int32Array(length + 1);
      const items: string[] = [];
      for (let i = 0; i < length; i++) {
        for (const item of valueAt(from + i) ?? []) items.push(item);
        starts[i + 1] = items.length;
      }
      const { offsets, bytes } = textBytes(items.length, (i) => items[i] ?? "");
      const child = makeData({
        type: new Utf8(),
        length: items.length,
        nullCount: 0,
        valueOffsets: offsets,
        data: bytes,
      });
      const type = new List(new Field("item", new Utf8(), true));
      return makeData({ type, length, nullCount: 0, valueOffsets: starts, child });
    }
  }
}

function readerOf<T>(values: Values<T>): (row: number) => T | undefined {
  return "valueAt" in values ? values.valueAt : (row) => values[row];
}

/** Arrow's bitmap: one bit per row, least significant first, 1 = true (as validity: 1 = not NULL). */
function bitmap(length: number, test: (row: number) => boolean): { nullCount: number; nullBitmap: Uint8Array } {
  const nullBitmap = new Uint8Array((length + 7) >> 3);
  let nullCount = 0;
  for (let i = 0; i < length; i++) {
    if (test(i)) nullBitmap[i >> 3] = (nullBitmap[i >> 3] ?? 0) | (1 << (i & 7));
    else nullCount++;
  }
  return { nullCount, nullBitmap };
}

function textBytes(length: number, text: (row: number) => string): { offsets: Int32Array; bytes: Uint8Array } {
  const offsets = new Int32Array(length + 1);
  // A column without texts is none of keys.
  let bytes = new Uint8Array(length > 0 && text(0) !== "" ? Math.max(64, length * 12) : 64);
  let end = 0;
  for (let i = 0; i < length; i++) {
    const value = text(i);
    // A UTF-16 unit takes at most three bytes in UTF-8.
    if (end + value.length * 3 > bytes.length) {
      const grown = new Uint8Array(Math.max(bytes.length * 2, end + value.length * 3));
      grown.set(bytes.subarray(0, end));
      bytes = grown;
    }
    end = appendText(bytes, end, value);
    offsets[i + 1] = end;
  }
  return { offsets, bytes: bytes.subarray(0, end) };
}

/** Writes the text at `start` and returns where it ends. Most are short keys in ASCII: for these, calling the encoder takes longest. */
function appendText(bytes: Uint8Array, start: number, value: string): number {
  let end = start;
  for (let k = 0; k < value.length; k++) {
    const unit = value.charCodeAt(k);
    if (unit > 127) return start + utf8.encodeInto(value, bytes.subarray(start)).written;
    bytes[end++] = unit;
  }
  return end;
}
