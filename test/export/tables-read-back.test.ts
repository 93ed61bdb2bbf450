import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { originalText } from "../../src/domain/harmless-text.ts";
import type { Language } from "../../src/domain/localized.ts";
import { MISSING_REASONS, type ObservationStatus } from "../../src/domain/measured.ts";
import {
  MISSING_CELL,
  numberCell,
  numberColumn,
  type SavedCell,
  type SavedTable,
  TABLE_FILE_FORMATS,
  type TableFileFormat,
  textCell,
  textColumn,
} from "../../src/domain/saved-table.ts";
import { tableFile } from "../../src/export/table-file.ts";
import type { Shapes } from "../../src/geo/shapes.ts";
import { vergleichTexts } from "../../src/i18n/vergleich-texts.ts";
import { parseNumber } from "../../src/ingest/number-format.ts";
import type { RawTable } from "../../src/ingest/raw-table.ts";
import { tableFormat } from "../../src/ingest/table-formats.ts";
import { readWholePackage } from "../ingest/read-whole-package.ts";
import { smallPackage, TWO_AREAS } from "../ingest/small-package.ts";

const LANGUAGES: readonly Language[] = ["de", "en"];
const PROVENANCE = [{ label: "Quelle", text: '=HYPERLINK("Ämter; „x“ 🌳")' }];

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom(
    "=1+1",
    "'=1",
    "-5",
    "＝1",
    "007",
    "1e5",
    "0,5",
    "ÄÖÜß",
    "👩‍👧‍👦🌳",
    'a"b',
    "a;b,c",
    "a\nb",
    "a\tb",
    "__proto__",
  ),
  fc.constantFrom("_x0041_", "\u0001", "<&>", "TRUE", "2024-05-01", "\ufeffx", "-", "…", "NaN", "null"),
);
const number = fc.oneof(
  fc.constantFrom(0, -0, -1, -0.5, 1e308, -1e308, 2 ** 53 + 2, 5e-324, 1e-7, 0.1 + 0.2, 1e21, 123456789.123),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
);
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 4 });

interface Row {
  readonly id: string;
  readonly text: string | undefined;
  readonly number: number | undefined;
  readonly share: number | undefined;
}

const rows: fc.Arbitrary<Row[]> = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom("01", "001", "1", "0", "10e3", "a", "ä", "-7", "=x", "0x1F", "1.0"),
    text: maybe(text),
    number: maybe(number),
    share: maybe(fc.integer({ min: 0, max: 10_000 }).map((each) => each / 10_000)),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 6 },
);

function tableOf(all: readonly Row[]): SavedTable {
  return {
    title: "Tabelle",
    columns: [textColumn("id"), textColumn("text"), numberColumn("number"), numberColumn("share", 4, "share")],
    rows: all.map((row) => [textCell(row.id), textCell(row.text), numberCell(row.number), numberCell(row.share)]),
    rules: [],
    sozialraeume: all.map(({ id }) => id),
  };
}

/** Written and taken apart again by the reader of the format. */
async function readBack(table: SavedTable, format: TableFileFormat, language: Language): Promise<RawTable> {
  const bytes = await tableFile({ format, table, language, provenance: PROVENANCE });
  const reader = await tableFormat(format)?.load();
  if (!reader) throw new Error(`nothing reads ${format}`);
  const delimiter = language === "de" ? ";" : ",";
  return reader.read(bytes, { source: "t", listSeparator: ";", ...(format === "csv" ? { delimiter } : {}) });
}

function numberAt(read: RawTable, name: string, row: number, format: TableFileFormat, language: Language): unknown {
  const column = read.columns.find((each) => each.name === name);
  const written = column?.texts[row] ?? "";
  if (written === "") return undefined;
  if (format === "csv") return parseNumber(written, { decimalChar: language === "de" ? "," : ".", groupChar: "" });
  return column?.numbers?.[row];
}

describe.each(TABLE_FILE_FORMATS)("a table saved as %s", (format) => {
  test("reads back the same: nothing, zero, negative, huge and tiny numbers, umlauts, emoji, formulas, keys", async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(...LANGUAGES), async (all, language) => {
        const read = await readBack(tableOf(all), format, language);
        expect(read.issues).toEqual([]);
        expect(read.rowCount).toBe(all.length);
        const texts = (name: string) => {
          const column = read.columns.find((each) => each.name === name);
          const plain = column?.texts ?? all.map(() => "");
          return format === "csv" ? plain.map(originalText) : plain;
        };
        expect(texts("id")).toEqual(all.map(({ id }) => id));
        // The library that reads Parquet takes a byte order mark at the start of each text for the start of a file.
        const kept = (said: string) => (format === "parquet" ? said.replace(/^\ufeff/, "") : said);
        expect(texts("text")).toEqual(all.map((row) => kept(utf8(row.text ?? ""))));
        for (const [r, row] of all.entries()) {
          expect(numberAt(read, "number", r, format, language)).toBe(row.number === 0 ? 0 : row.number);
          const share = numberAt(read, "share", r, format, language);
          // A workbook says per cent, and is read as per cent.
          const expected = format === "xlsx" && row.share !== undefined ? Math.round(row.share * 1e4) / 100 : row.share;
          expect(share).toBe(expected);
        }
      }),
      { numRuns: format === "xlsx" ? 25 : 60 },
    );
  });

  test("keeps values and the reasons for missing ones when it is opened as observations", async () => {
    const observed = fc.oneof(
      number.map((value) => ({ value, status: "ok" as const })),
      number.map((value) => ({ value, status: "estimated" as const })),
      fc.constantFrom(...MISSING_REASONS).map((status) => ({ value: undefined, status })),
    );
    await fc.assert(
      fc.asyncProperty(fc.tuple(observed, observed), fc.constantFrom(...LANGUAGES), async (values, language) => {
        const { issues, records } = await readWholePackage(await packageOf(values, format, language));
        expect(issues).toEqual([]);
        expect(records.observations.status).toEqual(values.map(({ status }) => status));
        expect([...records.observations.value]).toEqual(
          values.map(({ value }) => (value === undefined ? Number.NaN : value + 0)),
        );
      }),
      { numRuns: 12 },
    );
  });
});

/** What cannot be written in UTF-8 (half of a pair) is replaced. */
const utf8 = (said: string) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(said));

type Observed = { readonly value: number | undefined; readonly status: ObservationStatus };

/** A package whose observations are a table of the comparison, as it was saved. */
async function packageOf(values: readonly Observed[], format: TableFileFormat, language: Language) {
  const words = vergleichTexts[language];
  const named = words.csvColumns;
  const cells = ({ value, status }: Observed, id: string): SavedCell[] => [
    textCell(id),
    textCell("kinder"),
    textCell("2024"),
    value === undefined ? MISSING_CELL : numberCell(value),
    textCell(words.status[status], status),
  ];
  const table: SavedTable = {
    title: "Kinder",
    columns: [
      textColumn(named.id),
      textColumn(named.indicator),
      textColumn(named.period),
      numberColumn(named.value),
      textColumn(named.status),
    ],
    rows: values.map((value, i) => cells(value, "ab"[i] ?? "")),
    rules: [],
    sozialraeume: ["a", "b"],
  };
  const bytes = await tableFile({ format, table, language, provenance: PROVENANCE, boundaries: BOUNDARIES });
  const statuses = Object.entries(words.status).map(([status, word]) => [word, status]);
  const isForPeople = format === "csv" || format === "xlsx";
  const resource = {
    name: "values",
    path: `values.${format}`,
    format,
    anlaufpunkt: {
      role: "observations",
      columns: {
        sozialraum: named.id,
        indicator: named.indicator,
        period: named.period,
        value: named.value,
        status: named.status,
      },
      indicators: [{ id: "kinder", title: "Kinder", kind: "count" }],
      ...(format === "csv" && language === "de" ? { decimalChar: "," } : {}),
      ...(isForPeople ? { values: { status: Object.fromEntries(statuses) } } : {}),
    },
  };
  return smallPackage([resource], { [`values.${format}`]: bytes });
}

const ring = (feature: (typeof TWO_AREAS.features)[number]) => feature.geometry.coordinates.flat(2);
const BOUNDARIES = {
  shapes: {
    coordinates: Float64Array.from(TWO_AREAS.features.flatMap(ring)),
    ringStarts: Uint32Array.of(0, 5, 10),
    polygonStarts: Uint32Array.of(0, 1, 2),
    areaStarts: Uint32Array.of(0, 1, 2),
  } satisfies Shapes,
  areas: [0, 1],
};
