import { describe, expect, it } from "vitest";
import { LOOKED_AT } from "../../src/domain/file-limits.ts";
import { inspectFile } from "../../src/ingest/inspect/inspect-file.ts";
import { previewDraft } from "../../src/ingest/inspect/preview-draft.ts";
import type { Beginning } from "../../src/ingest/raw-table.ts";
import { tableFormat } from "../../src/ingest/table-formats.ts";
import {
  csvOf,
  flatgeobufOf,
  geojsonLinesOf,
  geojsonOf,
  geopackageOf,
  geoparquetOf,
  parquetOf,
  placesOf,
  shapefileOf,
} from "../bench/kernels/ingest-files.ts";

const ROWS = 200;
const places = placesOf(ROWS);
const { bytes: geopackage } = await geopackageOf(places);

async function read(format: string, bytes: Uint8Array, beginning?: Beginning) {
  const reader = await tableFormat(format)?.load();
  if (!reader) throw new Error(format);
  return reader.read(bytes.slice(), { source: `a.${format}`, listSeparator: ";", beginning });
}

describe("the beginning of a table", () => {
  it.each([
    ["csv", csvOf(places)],
    ["csv", csvOf(places, '"')],
    ["geojson", geojsonOf(places)],
    ["geojson", geojsonLinesOf(places)],
    ["shp", shapefileOf(places)],
    ["gpkg", geopackage],
    ["fgb", flatgeobufOf(places)],
    ["parquet", parquetOf(places)],
    ["parquet", geoparquetOf(places)],
  ])("is what the whole begins with, and says that it goes on (%s)", async (format, bytes) => {
    const whole = await read(format, bytes);
    expect([whole.rowCount, whole.goesOn]).toEqual([ROWS, undefined]);
    const first = await read(format, bytes, { rows: 70, bytes: Number.POSITIVE_INFINITY });
    expect(first.rowCount).toBe(70);
    expect(first.goesOn).toEqual(format === "csv" ? {} : { rows: ROWS });
    expect(first.columns.map(({ texts }) => texts)).toEqual(whole.columns.map(({ texts }) => texts.slice(0, 70)));
    expect(first.columns.map(({ numbers }) => numbers)).toEqual(
      whole.columns.map(({ numbers }) => numbers?.slice(0, 70)),
    );
    expect(first.geometries).toEqual(whole.geometries?.slice(0, 70));
    expect([first.issues, first.crs, first.lineOf(69)]).toEqual([whole.issues, whole.crs, whole.lineOf(69)]);
    const half = await read(format, bytes, { rows: ROWS, bytes: bytes.length / 2 });
    expect(half.rowCount).toBeGreaterThan(ROWS / 5);
    expect(half.rowCount).toBeLessThan(ROWS);
    expect([half.issues, half.goesOn]).toEqual([whole.issues, first.goesOn]);
    const all = await read(format, bytes, { rows: ROWS, bytes: 10 * bytes.length });
    expect([all.rowCount, all.goesOn]).toEqual([ROWS, undefined]);
  });

  it("ends before a cell in quotes that the end of the bytes has cut", async () => {
    const text = `a;b\n${'1;"x\ny"\n'.repeat(50)}`;
    const table = await read("csv", new TextEncoder().encode(text), { rows: 100, bytes: 4 + 9 * 8 + 5 });
    expect([table.rowCount, table.issues]).toEqual([9, []]);
    expect(new Set(table.columns[1]?.texts)).toEqual(new Set(["x\ny"]));
  });

  it("is all that the assistant looks at in a long one, and it says so", async () => {
    const bytes = new TextEncoder().encode(`lon;lat\n${"9.5;54.5\n".repeat(50)}`);
    const city = { levels: [], box: [9, 54, 10, 55] as const, indicators: [], names: [], paths: [] };
    const { draft } = await inspectFile("a.csv", bytes, city, { role: "population" });
    if (!draft) throw new Error("nothing understood");
    const whole = await previewDraft(draft, bytes, city);
    expect([whole.rowCount, whole.beginning, whole.place?.insideCity]).toEqual([50, undefined, 1]);
    const preview = await previewDraft(draft, bytes, city, undefined, { ...LOOKED_AT, rows: 20 });
    expect([preview.rowCount, preview.beginning]).toEqual([20, { rows: 20, isOfKnown: false }]);
    expect(preview.place?.box).toEqual([9.5, 54.5, 9.5, 54.5]);
    // Others may lie elsewhere.
    expect(preview.place?.insideCity).toBeUndefined();
  });
});
