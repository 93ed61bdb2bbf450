import { type BookType, type CellObject, utils, type WorkBook, write } from "@e965/xlsx";
import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { MOST_COLUMNS } from "../../../src/domain/file-limits.ts";
import { inspectFile } from "../../../src/ingest/inspect/inspect-file.ts";
import type { TableOptions } from "../../../src/ingest/raw-table.ts";
import { workbookFormat } from "../../../src/ingest/workbook/workbook-format.ts";

type Cell = string | number | null | CellObject;

function workbookOf(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>, change?: (book: WorkBook) => void) {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows as unknown[][]), name);
  change?.(book);
  return (type: BookType): Uint8Array<ArrayBuffer> =>
    new Uint8Array(write(book, { type: "array", bookType: type, compression: true }) as ArrayBuffer);
}

const read = (bytes: Uint8Array<ArrayBuffer>, options: Partial<TableOptions> = {}) =>
  Promise.resolve(workbookFormat.read(bytes, { source: "a.xlsx", listSeparator: ";", ...options }));

const codesOf = async (bytes: Uint8Array<ArrayBuffer>, options: Partial<TableOptions> = {}) =>
  (await read(bytes, options)).issues.map(({ code, context }) => `${code} ${context.reason ?? ""}`.trim());

const CITY = { levels: [], indicators: [], names: [], paths: [] };

const TYPES: readonly BookType[] = ["xlsx", "ods", "biff8"];

describe("a workbook", () => {
  it("reads back as it was written, in XLSX, ODS and XLS: missing, zero, negative, huge, umlauts, emoji, formulas as text", async () => {
    const words = fc.constantFrom(
      "Größe",
      "Straße 1",
      "😀 Treff",
      "=HYPERLINK(1)",
      "01011101",
      ".",
      "-",
      "+/-",
      "a\nb",
      "x;y",
      "1e5",
    );
    const cell = fc.oneof(
      words,
      fc.constantFrom(0, -1, -9, 12.5, 1e15, -1e300, 0.1, 2147483648),
      fc.integer(),
      fc.constant(null),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(words, cell, cell), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...TYPES),
        async (rows, type) => {
          const table = await read(workbookOf({ Blatt: [["Name", "A", "B"], ...rows] })(type));
          expect(table.issues).toEqual([]);
          const back = Array.from({ length: table.rowCount }, (_, row) =>
            ["Name", "A", "B"].map((name) => {
              const column = table.columns.find((each) => each.name === name);
              const number = column?.numbers?.[row] ?? Number.NaN;
              return Number.isNaN(number) ? column?.texts[row] || null : number;
            }),
          );
          expect(back).toEqual(rows);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("gives percentages as shown with their sign, dates as ISO text, padded keys as shown, failed formulas by name", async () => {
    const cells: Cell[] = [
      { t: "n", v: 0.123, z: "0.0%" },
      { t: "n", v: 0.07, z: "0%" },
      { t: "n", v: 43101, z: "dd.mm.yyyy" },
      { t: "n", v: 43101.5, z: "dd.mm.yyyy hh:mm" },
      { t: "n", v: 1011101, z: "00000000" },
      { t: "e", v: 0x07 },
      { t: "b", v: true },
      { t: "n", v: 0.5, z: '0.0" %"' },
    ];
    const names = cells.map((_, i) => `S${i}`);
    for (const type of ["xlsx", "biff8"] as const) {
      const { columns } = await read(workbookOf({ A: [names, cells] })(type));
      expect(columns.map(({ texts }) => texts[0])).toEqual([
        "12.3 %",
        "7 %",
        "2018-01-01",
        "2018-01-01T12:00",
        "01011101",
        "#DIV/0!",
        "true",
        "0.5",
      ]);
      expect(columns[0]?.numbers?.[0]).toBe(12.3);
      expect(columns[2]?.numbers).toBeUndefined();
    }
  });

  it("repeats the text of merged cells, a number only to the right or as key, and says where it did not", async () => {
    const rows = [
      ["Nr", "Bezirk", 2019, null, "Zahl"],
      [null, null, "m", "w", null],
      [1, "Mitte", 5, 6, 40],
      [null, null, 7, 8, null],
    ];
    const bytes = workbookOf({ A: rows }, (book) => {
      (book.Sheets.A as Record<string, unknown>)["!merges"] = ["C1:D1", "A3:A4", "B3:B4", "E3:E4"].map(
        utils.decode_range,
      );
    })("xlsx");
    const table = await read(bytes, { headerRows: [1, 2] });
    expect(table.columns.map(({ name }) => name)).toEqual(["Nr", "Bezirk", "2019 m", "2019 w", "Zahl"]);
    expect(table.columns.map(({ texts }) => texts.join("|"))).toEqual(["1|1", "Mitte|Mitte", "5|7", "6|8", "40|"]);
    expect(table.issues).toMatchObject([{ code: "merged-number", row: 3, context: { value: "40", lines: 2 } }]);
  });

  it("lists all sheets with their rows, hidden ones as such, and reads the one that is named, even __proto__", async () => {
    const bytes = workbookOf({ Deckblatt: [["x"]], Daten: [["a"], [1], [2]] }, (book) => {
      book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }] };
    })("xlsx");
    expect(await workbookFormat.tablesIn?.(bytes)).toEqual([
      { name: "Deckblatt", rows: 1, isHidden: true },
      { name: "Daten", rows: 3, isHidden: false },
    ]);
    expect((await read(bytes, { table: "Daten" })).rowCount).toBe(2);
    const missing = await read(bytes, { table: "Nix" });
    expect(missing.issues).toMatchObject([
      { code: "table-missing", context: { table: "Nix", known: "Deckblatt, Daten" } },
    ]);
    const odd = workbookOf({ A: [["a"], [1]], B__proto: [["b"], [2], [3]] }, (book) => {
      book.SheetNames[1] = "__proto__";
      Object.defineProperty(book.Sheets, "__proto__", { value: book.Sheets.B__proto, enumerable: true });
    })("xlsx");
    expect((await read(odd, { table: "__proto__" })).columns[0]?.texts).toEqual(["2", "3"]);
  });

  it("is not believed about its size, and empty lines and columns around the table are left out", async () => {
    const rows = [[], [], [null, null, "a", null, "b"], [null, null, 1, null, 2], [], [null, null, 3, null, 4]];
    const files = unzipSync(workbookOf({ A: rows })("xlsx"));
    const path = "xl/worksheets/sheet1.xml";
    const sheet = new TextDecoder()
      .decode(files[path])
      .replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:XFD1048576"');
    expect(sheet).toContain("XFD1048576");
    const table = await read(zipSync({ ...files, [path]: new TextEncoder().encode(sheet) }));
    expect(table.columns.map(({ name, texts }) => [name, ...texts])).toEqual([
      ["a", "1", "3"],
      ["b", "2", "4"],
    ]);
    expect([table.lineOf(0), table.lineOf(1)]).toEqual([4, 6]);
  });
});

describe("a workbook that is none, or a bad one, is an issue with its reason", () => {
  const good = workbookOf({
    A: [
      ["a", "b"],
      ["Größe", 1],
    ],
  });

  it("when it is something else", async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    for (const text of ["a;b\n1;2", "<html><table>", "", "PK", "PK\u0003\u0004xxxx"]) {
      expect((await codesOf(bytes(text)))[0]).toMatch(/^resource-unreadable (no-workbook|truncated|zip-broken)/);
    }
    expect(await workbookFormat.tablesIn?.(bytes("x"))).toEqual([]);
    expect(await workbookFormat.firstLines?.(bytes("x"), { source: "x", listSeparator: ";" }, 3)).toEqual({
      lines: [],
    });
  });

  it("when it is cut, or has a flipped byte anywhere: rows or a reason, never a throw", async () => {
    for (const type of TYPES) {
      const whole = good(type);
      const step = Math.ceil(whole.length / 40);
      for (let at = 1; at < whole.length; at += step) {
        const flipped = whole.slice();
        flipped[at] = (flipped[at] as number) ^ 0x20;
        for (const bytes of [flipped, whole.slice(0, at)]) {
          const { draft, issues } = await inspectFile(`a.${type === "biff8" ? "xls" : type}`, bytes, CITY);
          expect(draft !== undefined || issues.length > 0).toBe(true);
        }
      }
    }
  }, 60_000);

  it("when the sheet is empty or the header lies beyond the data", async () => {
    const empty = await read(workbookOf({ A: [] })("xlsx"));
    expect([empty.rowCount, empty.columns.length]).toEqual([0, 0]);
    expect(await codesOf(good("xlsx"), { headerRows: [500] })).toEqual(["header-missing"]);
  });

  it("when it is too wide, but not for the empty columns that ODS repeats", async () => {
    const wide = workbookOf({ A: [Array.from({ length: MOST_COLUMNS + 1 }, (_, i) => `c${i}`), [1]] });
    for (const type of ["xlsx", "ods"] as const) {
      expect(await codesOf(wide(type))).toEqual(["resource-unreadable too-many-columns"]);
    }
    const far = workbookOf({
      A: [
        ["a", ...new Array<null>(16_382).fill(null), "z"],
        [1, ...new Array<null>(16_382).fill(null), 2],
      ],
    });
    expect((await read(far("ods"))).columns.map(({ name, texts }) => [name, ...texts])).toEqual([
      ["a", "1"],
      ["z", "2"],
    ]);
  });
});
