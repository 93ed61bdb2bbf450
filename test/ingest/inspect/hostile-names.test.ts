import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CityForData } from "../../../src/domain/data-draft.ts";
import { inspectFile } from "../../../src/ingest/inspect/inspect-file.ts";
import { previewDraft } from "../../../src/ingest/inspect/preview-draft.ts";

const HOSTILE = [
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "valueOf", "__defineGetter__"],
  ...["'; DROP TABLE observations; --", '=HYPERLINK("http://boese.example";"x")', "=1+1", "@SUM(A1)", "-2+3"],
  ...[
    "<img src=x onerror=alert(1)>",
    "../../etc/passwd",
    "null",
    "undefined",
    "NaN",
    "$ne",
    "{{x}}",
    "%00",
    "Ä\u0000b",
  ],
];

const name = fc.constantFrom(...HOSTILE);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const bytes = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

function cityOf(ids: readonly string[]): CityForData {
  const areas = ids.map((id, i) => ({ id, name: `Gebiet ${"abc"[i]}` }));
  return { levels: [{ level: "gebiete", title: "Gebiete", areas }], indicators: [], names: [], paths: [] };
}

/** The same table in a format that writes it as text: two columns of values, one area a row. */
const WRITERS: Readonly<Record<string, (header: readonly string[], rows: readonly (readonly string[])[]) => string>> = {
  csv: (header, rows) => [header, ...rows].map((row) => row.map(quoted).join(";")).join("\r\n"),
  geojson: (header, rows) =>
    JSON.stringify({
      type: "FeatureCollection",
      features: rows.map((row, i) => ({
        type: "Feature",
        geometry: { type: "Point", coordinates: [10 + i, 50] },
        properties: Object.fromEntries(header.map((key, c) => [key, row[c]])),
      })),
    }),
};

describe("names that mean harm are names", () => {
  test("a column of any name becomes an indicator with its values, and areas of any id are joined", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(name, { minLength: 2, maxLength: 2, selector: (text) => text.trim() }),
        fc.uniqueArray(name, { minLength: 3, maxLength: 3, selector: (text) => text.trim() }),
        name,
        async ([one = "", other = ""], ids, file) => {
          const rows = ids.map((id, i) => [id, String(100 + i), String(7 * i + 1)]);
          const text = (WRITERS.csv as (typeof WRITERS)[string])(["Gebiet 2020", one, other], rows);
          const { draft } = await inspectFile(`${file}.csv`, bytes(text), cityOf(ids), { role: "observations" });
          expect(draft?.path.startsWith("daten/")).toBe(true);
          expect(draft?.path).not.toMatch(/\.\.\/|[<>:"|?*\\]/);
          // What is proposed survives being written down and read again, as it is in a package.
          const kept = JSON.parse(JSON.stringify(draft)) as NonNullable<typeof draft>;
          const keys = { ...kept.anlaufpunkt, period: "2020", columns: { sozialraum: "Gebiet 2020" } };
          const preview = await previewDraft({ ...kept, anlaufpunkt: keys }, bytes(text), cityOf(ids));
          expect(Object.keys(keys.values ?? {}).sort()).toEqual([one, other].sort());
          expect([preview.kept, preview.rejected]).toEqual([3, 0]);
          expect(preview.columns.map((column) => column.name)).toEqual(["Gebiet 2020", one, other]);
          expect(preview.join).toMatchObject({ matched: 3, unmatched: [] });
        },
      ),
      { numRuns: 30 },
    );
    expect(({} as Record<string, unknown>).indicator).toBeUndefined();
  });

  test("a file of any name with columns of any name is looked at in each format without being taken for something else", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("csv", "geojson"), name, name, async (format, column, file) => {
        const rows = [1, 2, 3].map((i) => [`${file} ${i}`, String(i)]);
        const write = WRITERS[format] as (typeof WRITERS)[string];
        const text = write(["Name", column], rows);
        const { draft, issues } = await inspectFile(`${file}.${format}`, bytes(text), cityOf(["1", "2", "3"]));
        expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
        const preview = draft && (await previewDraft(draft, bytes(text), cityOf(["1", "2", "3"])));
        expect(preview?.rowCount).toBe(3);
        expect(preview?.columns.map((each) => each.name)).toContain(column);
      }),
      { numRuns: 30 },
    );
  });

  test("an entry of any text is joined by hand as the user says", async () => {
    for (const raw of HOSTILE.map((text) => text.trim())) {
      const text = `Gebiet;2020\n${quoted(raw)};1\n02;2\n03;3`;
      const city = cityOf(["01", "02", "03"]);
      const { draft } = await inspectFile("werte.csv", bytes(text), city);
      if (!draft) throw new Error("nothing understood");
      const matches = JSON.parse(`{${JSON.stringify(raw)}:"01"}`) as Record<string, string>;
      const keys = { ...draft.anlaufpunkt, columns: { sozialraum: "Gebiet" }, sozialraumMatches: matches };
      const preview = await previewDraft({ ...draft, anlaufpunkt: keys }, bytes(text), city);
      expect([raw, preview.kept, preview.join?.unmatched]).toEqual([raw, 3, []]);
    }
  });
});
