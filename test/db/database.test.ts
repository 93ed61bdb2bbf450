import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.ts";
import { defineTable, replaceRows } from "../../src/db/table.ts";
import { openTestDatabase } from "./open-test-database.ts";

const thingsTable = defineTable({
  name: `things "of" all kinds`,
  comment: "It's a test; DROP TABLE x",
  columns: { id: "text", measure: "double", "some count": "integer", flag: "boolean", tags: "text-list" },
  comments: { id: `the ' and the "` },
  primaryKey: ["id"],
});

const HOSTILE = ["__proto__", `O'Hara "Q"`, "'); DROP TABLE things; --", "<b>ü€😀</b>", "=1+1", "", "a\tb\nc"];

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

async function load(ids: readonly string[], measures: ArrayLike<number | undefined>): Promise<void> {
  await db.transaction((session) =>
    replaceRows(session, thingsTable, {
      id: ids,
      measure: measures,
      "some count": Int32Array.from(ids, (_, i) => i - 1),
      flag: ids.map((_, i) => (i === 0 ? undefined : i % 2 === 0)),
      tags: ids.map((_, i) => ids.slice(Math.max(0, i - 3), i)),
    }),
  );
}

const READ = `SELECT * FROM "things ""of"" all kinds" ORDER BY "some count"`;
const SHAPE = { id: "text", measure: "number?", "some count": "number", flag: "boolean?", tags: "text-list" } as const;

describe("rows that go in and come out", () => {
  it("stay what they were, whatever their texts hold", async () => {
    await load(HOSTILE, [1.5, Number.NaN, undefined, 0, -0.1, 1e300, 7]);
    const rows = (await db.query(READ)).rows(SHAPE);
    expect(rows.map((row) => row.id)).toEqual(HOSTILE);
    expect(rows.map((row) => row.measure)).toEqual([1.5, undefined, undefined, 0, -0.1, 1e300, 7]);
    expect(rows.map((row) => row.flag)).toEqual([undefined, false, true, false, true, false, true]);
    expect(rows.map((row) => row.tags)).toEqual(HOSTILE.map((_, i) => HOSTILE.slice(Math.max(0, i - 3), i)));
  });

  it("may be read as columns, with NaN where there is no number", async () => {
    await load(["a", "b"], [Number.NaN, 2]);
    const columns = (await db.query(READ)).columns(SHAPE);
    expect(columns.measure).toEqual(Float64Array.of(Number.NaN, 2));
    expect(columns["some count"]).toEqual(Float64Array.of(-1, 0));
    expect(columns.id).toEqual(["a", "b"]);
  });

  it("cross the borders of messages without loss", async () => {
    const ids = Array.from({ length: 200_001 }, (_, i) => `id ${i}`);
    await load(
      ids,
      Float64Array.from(ids, (_, i) => i),
    );
    const [row] = (
      await db.query(`SELECT count(*) n, count(DISTINCT id) ids, sum(measure) total FROM "things ""of"" all kinds"`)
    ).rows({ n: "number", ids: "number", total: "number" });
    expect(row).toEqual({ n: 200_001, ids: 200_001, total: (200_001 * 200_000) / 2 });
  });

  it("leave the table as it was when one of them breaks the key", async () => {
    await load(["a", "b"], [1, 2]);
    await expect(load(["c", "c"], [1, 2])).rejects.toThrow(/rows do not fit into .*duplicate key/i);
    expect((await db.query(READ)).rows(SHAPE).map((row) => row.id)).toEqual(["a", "b"]);
  });

  it("are refused when columns differ in length or an integer is none", async () => {
    await expect(load(["a", "b"], [1])).rejects.toThrow("column measure has 1 values, expected 2");
    await expect(
      db.transaction((session) =>
        session.insertColumns("levels", [{ name: "position", type: "integer", values: [1.5] }]),
      ),
    ).rejects.toThrow("column position holds 1.5, which is no 32-bit integer");
  });
});

describe("a table", () => {
  it("says of itself what it holds", async () => {
    await load(["a"], [1]);
    const [table] = (
      await db.query("SELECT comment FROM duckdb_tables() WHERE table_name = $1", [thingsTable.name])
    ).rows({ comment: "text" });
    expect(table?.comment).toBe(thingsTable.comment);
    const [column] = (
      await db.query("SELECT comment FROM duckdb_columns() WHERE table_name = $1 AND column_name = 'id'", [
        thingsTable.name,
      ])
    ).rows({ comment: "text" });
    expect(column?.comment).toBe(thingsTable.comments?.id);
  });
});

describe("a statement", () => {
  it("takes values only as parameters, whatever they hold", async () => {
    await load(HOSTILE, new Float64Array(HOSTILE.length));
    for (const id of HOSTILE) {
      const result = await db.query(`SELECT id FROM "things ""of"" all kinds" WHERE id = $1`, [id]);
      expect(result.rows({ id: "text" })).toEqual([{ id }]);
    }
  });

  it("binds numbers, truth values and null", async () => {
    const result = await db.query("SELECT $1::DOUBLE + 1 a, $2::BOOLEAN b, $3::VARCHAR c", [1.5, true, null]);
    expect(result.rows({ a: "number", b: "boolean", c: "text?" })).toEqual([{ a: 2.5, b: true, c: undefined }]);
  });

  it("fails in lower case with DuckDB's reason, and the next one runs", async () => {
    await expect(db.query("SELECT * FROM nowhere")).rejects.toThrow(/^the statement failed: .*nowhere/);
    await expect(db.query("SELECT * FROM nowhere WHERE x = $1", [1])).rejects.toThrow(/^the statement failed: /);
    expect((await db.query("SELECT 1 AS a")).rows({ a: "number" })).toEqual([{ a: 1 }]);
  });

  it("cannot reach files, addresses or extensions, nor allow itself to", async () => {
    await expect(db.query("SELECT * FROM read_csv('https://example.org/a.csv')")).rejects.toThrow(/disabled/);
    await expect(db.query("SET enable_external_access = true")).rejects.toThrow(/the statement failed/);
    await expect(db.query("SET autoload_known_extensions = true")).rejects.toThrow(/locked/);
    await expect(db.query("LOAD spatial")).rejects.toThrow(/Permission|disabled/);
  });
});

describe("a result", () => {
  it("reads whole numbers of 64 bits as numbers as long as they are exact", async () => {
    const result = await db.query("SELECT count(*) AS n, 9007199254740993::BIGINT AS large FROM range(5)");
    expect(result.rows({ n: "number" })).toEqual([{ n: 5 }]);
    expect(() => result.rows({ large: "number" })).toThrow("column large holds 9007199254740993, too large");
  });

  it("refuses sums of whole numbers and decimals, which arrive unscaled", async () => {
    const result = await db.query("SELECT sum(range) AS total, 1.5 AS part FROM range(3)");
    expect(() => result.rows({ total: "number" })).toThrow("cast it in the statement");
    expect(() => result.rows({ part: "number" })).toThrow("cast it in the statement");
  });

  it("refuses a column that is missing, of another type, or null against the promise", async () => {
    const result = await db.query("SELECT 'x' AS a, NULL AS b");
    expect(() => result.rows({ c: "text" })).toThrow("the result has no column c");
    expect(() => result.rows({ a: "number" })).toThrow("column a is Utf8, expected number");
    expect(() => result.rows({ b: "text" })).toThrow("column b is null in row 0, expected text");
    expect(result.rows({ a: "text", b: "text?" })).toEqual([{ a: "x", b: undefined }]);
  });
});

describe("an abort", () => {
  const ENDLESS = "SELECT count(*) AS n FROM range(100000000) a(x), range(100000) b(y) WHERE (x * y) % 7 = 1";

  it("cancels a long statement and frees the connection", async () => {
    const controller = new AbortController();
    const long = db.query(ENDLESS, [], { signal: controller.signal });
    const next = db.query("SELECT 2 AS a");
    setTimeout(() => controller.abort(new Error("changed my mind")), 50);
    await expect(long).rejects.toThrow("changed my mind");
    expect((await next).rows({ a: "number" })).toEqual([{ a: 2 }]);
  });

  it("keeps a waiting statement from ever running", async () => {
    await load(["a"], [1]);
    const controller = new AbortController();
    const first = db.query("SELECT count(*) AS n FROM range(1000000)");
    const waiting = db.query(`DELETE FROM "things ""of"" all kinds" WHERE id = $1`, ["a"], {
      signal: controller.signal,
    });
    controller.abort(new Error("no"));
    await expect(waiting).rejects.toThrow("no");
    await first;
    expect((await db.query(READ)).length).toBe(1);
  });

  it("rolls a transaction back", async () => {
    await load(["a"], [1]);
    const controller = new AbortController();
    const work = db.transaction(
      async (session) => {
        await session.query(`DELETE FROM "things ""of"" all kinds"`);
        controller.abort(new Error("stop"));
      },
      { signal: controller.signal },
    );
    await expect(work).rejects.toThrow("stop");
    expect((await db.query(READ)).length).toBe(1);
  });

  it("that came before anything else runs nothing", async () => {
    await expect(db.query("SELECT 1 AS a", [], { signal: AbortSignal.abort(new Error("late")) })).rejects.toThrow(
      "late",
    );
  });

  it("is not mistaken for a result when the signal stays quiet", async () => {
    const { signal } = new AbortController();
    const result = await db.query("SELECT range::DOUBLE AS x FROM range(5000) ORDER BY range", [], { signal });
    expect(result.columns({ x: "number" }).x).toEqual(Float64Array.from({ length: 5000 }, (_, i) => i));
  });
});

describe("a closed database", () => {
  it("rejects what waits and what comes", async () => {
    const other = await openTestDatabase();
    const waiting = other.query("SELECT count(*) AS n FROM range(100000000)");
    const closing = other.close();
    await expect(waiting).rejects.toThrow("the database is closed");
    await closing;
    await expect(other.query("SELECT 1 AS a")).rejects.toThrow("the database is closed");
  });
});
