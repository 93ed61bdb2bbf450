import { zipSync } from "fflate";
import { afterEach, describe, expect, it, vi } from "vitest";
import { MOST_COLUMNS, mostBytes } from "../../src/domain/file-limits.ts";
import { issueText } from "../../src/i18n/issue-texts.ts";
import { ColumnCollector } from "../../src/ingest/csv/column-collector.ts";
import { readCsv } from "../../src/ingest/csv/read-csv.ts";
import { FeatureRows } from "../../src/ingest/feature-rows.ts";
import { inspectChosen, previewChosen } from "../../src/ingest/inspect/chosen-file.ts";
import { IssueLog } from "../../src/ingest/issue-log.ts";
import { readCandidates } from "../../src/ingest/read-candidates.ts";
import { bundleShapefiles } from "../../src/sources/bundle-shapefiles.ts";
import { readResourceBytes } from "../../src/sources/read-resource-bytes.ts";
import { readZip } from "../../src/sources/zip.ts";
import { readAs } from "./geo-files.ts";

const CITY = { levels: [], indicators: [], names: [], paths: [] };
const OPTIONS = { source: "a.csv", listSeparator: ";" };

/** A file that is as large as it says, of which only the parts are there that somebody may look at. */
class HugeFile extends Blob {
  readonly #size: number;
  /** Whether all of it was asked for. */
  isRead = false;

  constructor(begin: string, size: number) {
    super([Uint8Array.from(begin, (letter) => letter.charCodeAt(0))]);
    this.#size = size;
  }

  override get size(): number {
    return this.#size;
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    this.isRead = true;
    return Promise.reject(new Error("a buffer of that size cannot be had"));
  }
}

const GB2 = 2_050_000_000;
const BEGINNINGS: readonly [format: string, name: string, begin: string][] = [
  ["csv", "a.csv", "id;name\n1;a\n"],
  ["text", "a.dat", "id;name\n1;a\n"],
  ["geojson", "a.geojson", '{"type":"FeatureCollection","features":['],
  ["topojson", "a.json", '{"type":"Topology","arcs":['],
  ["kml", "a.kml", "<kml><Document>"],
  ["gml", "a.gml", "<wfs:FeatureCollection><wfs:member>"],
  ["gpkg", "a.gpkg", "SQLite format 3\u0000"],
  ["fgb", "a.fgb", "fgb\u0003fgb\u0000"],
  ["parquet", "a.parquet", "PAR1"],
  ["xls", "a.xls", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"],
  ["xlsx", "a.xlsx", "PK\u0003\u0004"],
  ["ods", "a.ods", "PK\u0003\u0004"],
  ["zip", "a.zip", "PK\u0003\u0004"],
  ["shp", "a.shp", "\u0000\u0000\u0027\u000a"],
];

describe("a file that is larger than what is read of its format", () => {
  it.each(BEGINNINGS)(
    "(%s) is refused by its size before it is read, with the limit and what to do",
    async (format, name, begin) => {
      const file = new HugeFile(begin, GB2);
      const { draft, issues, bytes } = await inspectChosen(name, file, CITY);
      expect([draft, bytes, file.isRead]).toEqual([undefined, GB2, false]);
      const [issue] = issues;
      const limit = mostBytes(format) / 1_000_000;
      expect(issue?.context).toEqual({ reason: "file-too-large", detail: mostBytes(format), bytes: GB2 });
      if (!issue) return;
      expect(issueText(issue, "de")).toContain(
        `(2.050 MB): Aus diesem Format werden höchstens ${limit.toLocaleString("de")} MB`,
      );
      expect(issueText(issue, "en")).toContain(
        `(2,050 MB): of this format at most ${limit.toLocaleString("en")} MB are read`,
      );
    },
  );

  it("counts as what it is, not as what it is called", async () => {
    const parquet = new HugeFile("PAR1", 900_000_000);
    await expect(inspectChosen("tabelle.csv", parquet, CITY)).rejects.toThrow("cannot be had");
    const text = new HugeFile("id;name\n", 900_000_000);
    expect((await inspectChosen("tabelle.parquet", text, CITY)).issues[0]?.context.reason).toBe("file-too-large");
  });

  it("is not read for a preview, for places of an own file, nor as part of a package", async () => {
    const file = new HugeFile("id;lon;lat\n", GB2);
    const draft = {
      name: "a",
      path: "a.csv",
      title: "A",
      format: "csv",
      anlaufpunkt: { role: "anlaufpunkte" as const },
    };
    expect((await previewChosen(draft, file, CITY)).issues[0]?.context.reason).toBe("file-too-large");
    expect((await readCandidates("a.csv", file)).issues[0]?.context.reason).toBe("file-too-large");
    const source = { kind: "files" as const, files: { "a.csv": file }, label: "x" };
    const read = await readResourceBytes(source, "a.csv", new AbortController().signal, mostBytes("csv"));
    expect(read).toMatchObject({ issue: { context: { reason: "file-too-large", bytes: GB2 } } });
    expect(file.isRead).toBe(false);
  });
});

describe("a file of a package on a server", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("that announces more than is read of its format is not fetched", async () => {
    const cancel = vi.fn();
    const body = new ReadableStream({ cancel });
    vi.stubGlobal("fetch", async () => new Response(body, { headers: { "content-length": String(GB2) } }));
    const source = { kind: "url" as const, descriptor: "https://stadt.example/datapackage.json" };
    const read = await readResourceBytes(source, "a.csv", new AbortController().signal, mostBytes("csv"));
    expect(read).toMatchObject({ issue: { context: { reason: "file-too-large", detail: mostBytes("csv") } } });
    expect(cancel).toHaveBeenCalledOnce();
  });
});

describe("a zip", () => {
  it("beyond the limit is refused by its size when it holds a package, and else left to the assistant, unread", async () => {
    const withPackage = new HugeFile("PK\u0003\u0004 a/datapackage.json", GB2);
    expect(await readZip(withPackage, "a.zip")).toMatchObject({
      issue: { code: "package-too-large", context: { bytes: GB2, limit: 1_000_000_000 } },
    });
    const other = new HugeFile("PK\u0003\u0004 stadtteile.shp", GB2);
    expect(await readZip(other, "a.zip")).toMatchObject({ issue: { code: "package-without-descriptor" } });
    expect([withPackage.isRead, other.isRead]).toEqual([false, false]);
  });

  it("of something else than a package is not unpacked to find that out", async () => {
    const zip = new Blob([zipSync({ "a.shp": new Uint8Array(9) }) as Uint8Array<ArrayBuffer>]);
    const whole = vi.spyOn(zip, "arrayBuffer");
    expect(await readZip(zip, "a.zip")).toMatchObject({ issue: { code: "package-without-descriptor" } });
    expect(whole).not.toHaveBeenCalled();
  });

  it("that unpacks to more than a workbook may hold says how much that is", async () => {
    const bomb = zipSync({ "[Content_Types].xml": new Uint8Array(9) });
    // What the directory says of its first file.
    const size = bomb.length - 22 - (46 + "[Content_Types].xml".length) + 24;
    new DataView(bomb.buffer).setUint32(size, 310_000_000, true);
    const { issues } = await readAs("xlsx", bomb as Uint8Array<ArrayBuffer>);
    expect(issues[0]?.context).toEqual({ reason: "zip-too-large", detail: "300000000" });
  });
});

it("parts of a shapefile that are too large together are not put together: the file alone is refused by its size", async () => {
  const shp = new HugeFile("\u0000\u0000\u0027\u000a", GB2);
  const dbf = new HugeFile("\u0003", 10);
  const { bundles } = await bundleShapefiles([["a.shp", shp] as const, ["a.dbf", dbf] as const]);
  expect(bundles).toMatchObject([{ name: "a.shp", parts: ["a.shp", "a.dbf"] }]);
  expect([bundles[0]?.file, shp.isRead, dbf.isRead]).toEqual([shp, false, false]);
});

describe("a table that is larger than memory", () => {
  it("ends at the number of cells that is read, by rows of text and by features", () => {
    const collector = new ColumnCollector({}, new IssueLog("a"), 10);
    collector.add(["a", "b"], 1);
    for (let line = 2; line <= 6; line++) collector.add(["1", "2"], line);
    expect(() => collector.add(["1", "2"], 7)).toThrow("too-many-cells 10");
    const rows = new FeatureRows(OPTIONS, 10);
    const fill = () => {
      for (let row = 0; row < 100; row++)
        rows.add(
          [
            ["a", row],
            ["b", row],
          ],
          null,
        );
    };
    expect(fill).toThrow("too-many-cells 10");
    expect(rows.rowCount).toBeLessThan(10);
  });

  it("is refused when it is too wide, as text and as features, and one that is not is read", async () => {
    const wide = (columns: number) => Array.from({ length: columns }, (_, c) => `s${c}`);
    const text = (columns: number) =>
      new TextEncoder().encode(`${wide(columns).join(",")}\n${wide(columns).join(",")}\n`);
    expect(readCsv(text(MOST_COLUMNS), OPTIONS).columns).toHaveLength(MOST_COLUMNS);
    const refused = readCsv(text(MOST_COLUMNS + 1), OPTIONS);
    expect([refused.rowCount, refused.issues[0]?.context]).toEqual([
      0,
      { reason: "too-many-columns", detail: String(MOST_COLUMNS) },
    ]);
    const [issue] = refused.issues;
    expect(issue && issueText(issue, "de")).toContain(`gelesen werden höchstens ${MOST_COLUMNS.toLocaleString("de")}.`);
    const feature = {
      type: "Feature",
      geometry: null,
      properties: Object.fromEntries(wide(MOST_COLUMNS + 1).map((name) => [name, 1])),
    };
    const table = await readAs("geojson", new TextEncoder().encode(JSON.stringify(feature)));
    expect(table.issues[0]?.context.reason).toBe("too-many-columns");
  });

  it("of JSON that is nested 100,000 deep is refused with the depth that is read", async () => {
    const deep = `{"type":"Feature","geometry":null,"properties":{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}}`;
    const { issues } = await readAs("geojson", new TextEncoder().encode(deep));
    expect(issues[0] && issueText(issues[0], "en")).toContain("at most 100 levels are read");
  });
});

it("a limit that no number stands beside is told in words without one", () => {
  const context = { reason: "too-large", detail: "geometry" };
  const issue = { code: "resource-unreadable", severity: "error", source: "a.parquet", context } as const;
  expect(issueText(issue, "de")).toMatch(/größer, als der Browser fassen kann: geometry/);
});

describe("more than a call takes arguments", () => {
  const MANY = 150_000;

  it("are the corners of a coast in GML, and all are read", async () => {
    const corners = Array.from({ length: MANY }, (_, i) => `${i} ${i % 7}`).join(" ");
    const gml = `<c xmlns:gml="g"><gml:featureMember><k><g><gml:LineString srsName="EPSG:25832"><gml:posList>${corners}</gml:posList></gml:LineString></g></k></gml:featureMember></c>`;
    const { geometries } = await readAs("gml", new TextEncoder().encode(gml));
    expect(geometries?.[0]?.type === "LineString" && geometries[0].coordinates.length).toBe(MANY);
  });

  it("are the features of a collection that stands in one line among others, and all are read", async () => {
    const feature = '{"type":"Feature","geometry":null,"properties":{}}';
    const line = `{"type":"FeatureCollection","features":[${new Array(MANY).fill(feature).join(",")}]}`;
    const { rowCount } = await readAs("geojson", new TextEncoder().encode(`${line}\n${feature}\n`));
    expect(rowCount).toBe(MANY + 1);
  });
});
