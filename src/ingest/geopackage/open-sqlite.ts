import initSqlJs, { type Database, type SqlJs, type SqlValue } from "sql.js";
import wasm from "sql.js/dist/sql-wasm-browser.wasm?url";

let loading: Promise<SqlJs> | undefined;

/** SQLite over the bytes of a file; nothing is written. In Node the library finds its module beside itself. */
export async function openSqlite(bytes: Uint8Array): Promise<SqliteFile> {
  loading ??= initSqlJs(import.meta.env.SSR ? undefined : { locateFile: () => wasm });
  const { Database } = await loading;
  return new SqliteFile(new Database(bytes));
}

/** A database that a stranger may have made: what it asks to be run is not run. */
export class SqliteFile {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    // Functions with effects are refused inside of what the file defines.
    database.run("PRAGMA trusted_schema = OFF; PRAGMA query_only = ON");
  }

  close(): void {
    this.#database.close();
  }

  /** Rows one after the other; those with whole numbers beyond 2^53 have them all as bigint. */
  *rows(sql: string, values: readonly SqlValue[] = []): Generator<readonly SqlValue[]> {
    const statement = this.#database.prepare(sql, values);
    try {
      while (statement.step()) {
        const row = statement.get();
        // Whole numbers that a number cannot hold are asked for once more: as bigint each would cost a text.
        yield row.some(isInexact) ? statement.get(null, { useBigInt: true }) : row;
      }
    } finally {
      statement.free();
    }
  }

  /** `table`, `view` or nothing; a virtual table is none. */
  kindOf(name: string): "table" | "view" | undefined {
    for (const [type, sql] of this.rows("SELECT type, sql FROM sqlite_schema WHERE lower(name) = lower(?)", [name])) {
      if (type === "view") return "view";
      if (type === "table") return /^\s*create\s+virtual/i.test(String(sql)) ? "view" : "table";
    }
    return undefined;
  }
}

function isInexact(value: SqlValue): boolean {
  return typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value);
}

/**
 * Bytes that a database has by its header (SQLite, „Database File Format“ 1.3); undefined where that is not kept. Pages that are missing at
 * the end are noticed only where one of them is read.
 */
export function promisedBytes(bytes: Uint8Array): number | undefined {
  if (bytes.length < 100) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pageBytes = view.getUint16(16) === 1 ? 65_536 : view.getUint16(16);
  const isKept = view.getUint32(24) === view.getUint32(92);
  return isKept ? pageBytes * view.getUint32(28) : undefined;
}

/** A name inside of a statement. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
