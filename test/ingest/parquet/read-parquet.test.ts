import { readFileSync } from "node:fs";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { parquetFormat } from "../../../src/ingest/parquet/parquet-format.ts";
import { hasSharedData, sharedData } from "../../shared-data.ts";

const OPTIONS = { source: "a.parquet", listSeparator: ";" };
const read = (bytes: Uint8Array<ArrayBuffer>) => Promise.resolve(parquetFormat.read(bytes, OPTIONS));

function written(kvMetadata: { key: string; value: string }[] = []) {
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: "name", data: ["Größe", "", null, "😀"], type: "STRING" },
        { name: "wert", data: [0, -1.5, null, 1e300], type: "DOUBLE" },
        { name: "lang", data: [1n, 9007199254740993n, null, -3n], type: "INT64" },
        {
          name: "tag",
          data: ["2018-01-01", "2018-01-01T08:30:00Z", null, "2024-02-29"].map((day) => day && new Date(day)),
          type: "TIMESTAMP",
        },
        { name: "ort", data: [{ type: "Point", coordinates: [9.4, 54.8] }, null, null, null], type: "GEOMETRY" },
      ],
      kvMetadata,
    }),
  );
}

describe("a Parquet file", () => {
  it("gives numbers, texts, dates and geometries; missing stays empty, and long whole numbers stay what they are", async () => {
    const table = await read(written());
    expect(table.issues).toEqual([]);
    expect(table.rowCount).toBe(4);
    const column = (name: string) => table.columns.find((each) => each.name === name);
    expect(column("name")?.texts).toEqual(["Größe", "", "", "😀"]);
    expect([...(column("wert")?.numbers ?? [])]).toEqual([0, -1.5, Number.NaN, 1e300]);
    expect(column("wert")?.texts[2]).toBe("");
    expect(column("lang")?.texts).toEqual(["1", "9007199254740993", "", "-3"]);
    expect([...(column("lang")?.numbers ?? [])]).toEqual([1, Number.NaN, Number.NaN, -3]);
    expect(column("tag")?.texts).toEqual(["2018-01-01", "2018-01-01T08:30:00Z", "", "2024-02-29"]);
    expect(table.geometries?.map((each) => each?.type)).toEqual(["Point", undefined, undefined, undefined]);
    expect(table.crs).toBe("OGC:CRS84");
  });

  it("names its system as GeoParquet does: by id, as before 1.0, not at all, or as unknown", async () => {
    const withCrs = async (crs: unknown) => {
      const columns = { ort: { encoding: "WKB", geometry_types: [], ...(crs === undefined ? {} : { crs }) } };
      const value = JSON.stringify({ version: "1.1.0", primary_column: "ort", columns });
      return (await read(written([{ key: "geo", value }]))).crs;
    };
    expect(await withCrs({ id: { authority: "EPSG", code: 25832 } })).toBe("EPSG:25832");
    expect(await withCrs({ authority: "EPSG", code: 3035 })).toBe("EPSG:3035");
    expect(await withCrs(undefined)).toBe("OGC:CRS84");
    expect(await withCrs(null)).toBeUndefined();
  });

  it("that is cut anywhere, or none, is an issue with its reason, never a throw", async () => {
    const whole = written();
    for (let end = 0; end < whole.length; end += 5) {
      const table = await read(whole.slice(0, end));
      expect([table.rowCount, table.issues[0]?.code]).toEqual([0, "resource-unreadable"]);
    }
    expect((await read(new TextEncoder().encode("a;b and more"))).issues[0]?.context.reason).toBe("no-parquet");
  });

  it("whose pages claim negative sizes or other counts is refused: its library would read for ever", async () => {
    const whole = written();
    // The header of the first page stands behind the mark: type, size, packed size, each with the byte of its field before it.
    for (const [at, bits] of [
      [7, 0x01],
      [7, 0x80],
      [9, 0x01],
      [9, 0x80],
    ] as const) {
      const bytes = whole.slice();
      bytes[at] = (bytes[at] as number) ^ bits;
      expect((await read(bytes)).issues.map(({ code }) => code)).toEqual(["resource-unreadable"]);
    }
  });

  it.skipIf(!hasSharedData)("of the census and of Flensburg has its rows, system and place", async () => {
    const of = (path: string) => read(new Uint8Array(readFileSync(sharedData(path))));
    const berlin = await of("import/zensus2011_1km_berlin.parquet");
    expect([berlin.rowCount, berlin.crs, berlin.issues]).toEqual([1037, "EPSG:3035", []]);
    expect(berlin.columns.find(({ name }) => name === "__index_level_0__")?.numbers).toBeDefined();
    const flensburg = await of("flensburg/zensus2011_1km_flensburg.parquet");
    expect([flensburg.rowCount, flensburg.crs]).toEqual([77, "EPSG:3035"]);
    for (const [code, east] of [
      ["25832", 500_000],
      ["4326", 9.4],
    ] as const) {
      const areas = await of(`import/flensburg-all-formats/stadtteile_${code}.geoparquet`);
      expect([areas.rowCount, areas.issues]).toEqual([13, []]);
      expect(areas.crs).toBe(`EPSG:${code}`);
      const first = areas.geometries?.[0];
      const ring =
        first?.type === "MultiPolygon"
          ? first.coordinates[0]?.[0]
          : first?.type === "Polygon"
            ? first.coordinates[0]
            : [];
      expect(Math.abs((ring?.[0]?.[0] ?? 0) - east)).toBeLessThan(east / 10);
      const texts = areas.columns.flatMap(({ texts }) => texts);
      expect(texts).toContain("04 Westliche Höhe");
      expect(texts).toContain("STGT03");
    }
  });
});
