import { describe, expect, it } from "vitest";
import { bundleShapefiles } from "../../src/sources/bundle-shapefiles.ts";
import { unpackZip } from "../../src/sources/unpack-zip.ts";

const files = (...paths: string[]) => paths.map((path) => [path, new Blob([`bytes of ${path}`])] as const);
const bytesIn = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

describe("files that are dropped together", () => {
  it("are one file per layer, with the bytes as they were", async () => {
    const { bundles, others } = await bundleShapefiles(
      files(
        "shp/Stadtteil.shp",
        "shp/Stadtteil.dbf",
        "shp/STADTTEIL.PRJ",
        "shp/Stadtteil.shp.xml",
        "shp/Bezirk.shp",
        "a.csv",
      ),
    );
    expect(bundles.map(({ name, parts, missing }) => ({ name, parts: parts.length, missing }))).toEqual([
      { name: "Stadtteil.zip", parts: 4, missing: [] },
      { name: "Bezirk.shp", parts: 1, missing: [".dbf", ".prj"] },
    ]);
    expect(others.map(([path]) => path)).toEqual(["a.csv"]);
    const unpacked = unpackZip(await bytesIn(bundles[0]?.file ?? new Blob()), () => true);
    expect(new TextDecoder().decode(unpacked.get("Stadtteil.dbf"))).toBe("bytes of shp/Stadtteil.dbf");
    expect([...unpacked.keys()]).toContain("STADTTEIL.PRJ");
  });

  it("of one name in two folders are two layers", async () => {
    const { bundles } = await bundleShapefiles(files("alt/a.shp", "alt/a.dbf", "neu/a.shp", "neu/a.dbf"));
    expect(bundles.map(({ parts }) => parts)).toEqual([
      ["alt/a.shp", "alt/a.dbf"],
      ["neu/a.shp", "neu/a.dbf"],
    ]);
  });

  it("without a .shp are a layer that lacks it, but a .dbf alone is a table", async () => {
    const { bundles, others } = await bundleShapefiles(files("a.dbf", "a.prj", "b.dbf", "c.prj"));
    expect(bundles).toMatchObject([{ name: "a.zip", missing: [".shp"] }]);
    expect(others.map(([path]) => path)).toEqual(["b.dbf", "c.prj"]);
  });

  it("make the same bytes each time", async () => {
    const bundle = async () => (await bundleShapefiles(files("a.shp", "a.dbf"))).bundles[0]?.file ?? new Blob();
    expect(await bytesIn(await bundle())).toEqual(await bytesIn(await bundle()));
  });
});
