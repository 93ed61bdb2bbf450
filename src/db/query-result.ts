import { DataType, type Table, type Vector } from "apache-arrow";

/** What a caller expects of a column; `?` = may be NULL, which reads as undefined (NaN in `columns`). */
export type Expected = "text" | "text?" | "number" | "number?" | "boolean" | "boolean?" | "text-list";

export type Shape = Readonly<Record<string, Expected>>;

interface Read {
  text: string;
  "text?": string | undefined;
  number: number;
  "number?": number | undefined;
  boolean: boolean;
  "boolean?": boolean | undefined;
  "text-list": readonly string[];
}

export type Row<S extends Shape> = { readonly [K in keyof S]: Read[S[K]] };

export type Columns<S extends Shape> = {
  readonly [K in keyof S]: S[K] extends "number" | "number?" ? Float64Array : readonly Read[S[K]][];
};

/** The answer of the database, checked against what the caller expects when it is read. */
export interface QueryResult {
  readonly length: number;
  /** Names of the columns, in order. */
  readonly names: readonly string[];
  /** @throws when a column is missing, has another type, or is NULL where the shape does not allow it. */
  rows<S extends Shape>(shape: S): Row<S>[];
  /** Like `rows`, one array per column; numbers as Float64Array with NaN for NULL. */
  columns<S extends Shape>(shape: S): Columns<S>;
}

export function queryResult(table: Table): QueryResult {
  return {
    length: table.numRows,
    names: table.schema.fields.map((field) => field.name),
    rows(shape) {
      const readers = Object.entries(shape).map(([name, expected]) => [name, reader(table, name, expected)] as const);
      return Array.from(
        { length: table.numRows },
        (_, i) => Object.fromEntries(readers.map(([name, read]) => [name, read(i)])) as Row<typeof shape>,
      );
    },
    columns(shape) {
      return Object.fromEntries(
        Object.entries(shape).map(([name, expected]) => {
          const read = reader(table, name, expected);
          const values = Array.from({ length: table.numRows }, (_, i) => read(i));
          const isNumber = expected === "number" || expected === "number?";
          return [
            name,
            isNumber ? Float64Array.from(values, (value) => (value as number | undefined) ?? Number.NaN) : values,
          ];
        }),
      ) as Columns<typeof shape>;
    },
  };
}

function reader(table: Table, name: string, expected: Expected): (row: number) => unknown {
  const vector = table.getChild(name);
  if (vector === null) throw new Error(`the result has no column ${name}`);
  const optional = expected.endsWith("?");
  const read = typedReader(vector, name, optional ? expected.slice(0, -1) : expected);
  return (row) => {
    const value = read(row);
    if (value !== undefined || optional) return value;
    throw new Error(`column ${name} is null in row ${row}, expected ${expected}`);
  };
}

/** DECIMAL and HUGEINT arrive unscaled and are refused: the statement has to cast them to DOUBLE or BIGINT. */
function typedReader(vector: Vector, name: string, expected: string): (row: number) => unknown {
  const { type } = vector;
  // A literal NULL has no type of its own; DuckDB sends it as INTEGER.
  const onlyNull = vector.nullCount === vector.length;
  if (onlyNull) return () => undefined;
  if (expected === "number" && DataType.isInt(type) && type.bitWidth === 64) {
    return (row) => {
      const value = vector.get(row) as bigint | null;
      if (value === null) return undefined;
      const number = Number(value);
      if (!Number.isSafeInteger(number)) throw new Error(`column ${name} holds ${value}, too large for a number`);
      return number;
    };
  }
  const fits =
    (expected === "number" && (DataType.isInt(type) || DataType.isFloat(type))) ||
    (expected === "text" && DataType.isUtf8(type)) ||
    (expected === "boolean" && DataType.isBool(type));
  if (fits) return (row) => vector.get(row) ?? undefined;
  if (expected === "text-list" && DataType.isList(type) && DataType.isUtf8(type.children[0]?.type)) {
    return (row) => {
      const list = vector.get(row) as Vector | null;
      return list === null ? undefined : (Array.from(list) as string[]);
    };
  }
  throw new Error(`column ${name} is ${type}, expected ${expected}: cast it in the statement`);
}
