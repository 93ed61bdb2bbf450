import type { Column, ColumnType, ColumnValues } from "./arrow-columns.ts";
import type { Session } from "./database.ts";
import { literal, quoted } from "./identifier.ts";

/** A table as data: its DDL and the order of its columns come from one place, so that rows cannot slip into the wrong column. */
export interface Table<Types extends Readonly<Record<string, ColumnType>> = Readonly<Record<string, ColumnType>>> {
  readonly name: string;
  /** One row is … */
  readonly comment: string;
  readonly columns: Types;
  /** Units, meanings of NULL; what the name already says is left out. */
  readonly comments?: { readonly [K in keyof Types]?: string } | undefined;
  readonly primaryKey?: readonly (keyof Types & string)[] | undefined;
}

export type TableValues<Types extends Readonly<Record<string, ColumnType>>> = {
  readonly [K in keyof Types]: ColumnValues[Types[K]];
};

/** Keeps the literal types of the columns. */
export function defineTable<const Types extends Readonly<Record<string, ColumnType>>>(
  table: Table<Types>,
): Table<Types> {
  return table;
}

const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  text: "VARCHAR",
  double: "DOUBLE",
  single: "FLOAT",
  integer: "INTEGER",
  boolean: "BOOLEAN",
  "text-list": "VARCHAR[]",
};

/** Creates the table empty; one that stands under its name is dropped. */
export async function createTable(session: Session, table: Table): Promise<void> {
  const lines = Object.entries(table.columns).map(([name, type]) => `${quoted(name)} ${SQL_TYPES[type]}`);
  if (table.primaryKey) lines.push(`PRIMARY KEY (${table.primaryKey.map(quoted).join(", ")})`);
  const statements = [
    `CREATE OR REPLACE TABLE ${quoted(table.name)} (${lines.join(", ")})`,
    `COMMENT ON TABLE ${quoted(table.name)} IS ${literal(table.comment)}`,
  ];
  for (const [name, comment] of Object.entries(table.comments ?? {})) {
    if (comment === undefined) continue;
    statements.push(`COMMENT ON COLUMN ${quoted(table.name)}.${quoted(name)} IS ${literal(comment)}`);
  }
  await session.query(statements.join(";\n"));
}

/**
 * Appends rows.
 * @param values one array per column of the table, all of one length.
 * @throws when lengths differ or a row breaks the table's key.
 */
export async function insertRows<Types extends Readonly<Record<string, ColumnType>>>(
  session: Session,
  table: Table<Types>,
  values: TableValues<Types>,
): Promise<void> {
  const columns = Object.entries(table.columns).map(
    ([name, type]) => ({ name, type, values: values[name as keyof Types] }) as Column,
  );
  await session.insertColumns(table.name, columns);
}

/** Empties the table and fills it anew. */
export async function replaceRows<Types extends Readonly<Record<string, ColumnType>>>(
  session: Session,
  table: Table<Types>,
  values: TableValues<Types>,
): Promise<void> {
  await createTable(session, table);
  await insertRows(session, table, values);
}
