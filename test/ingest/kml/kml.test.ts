import { kml } from "@tmcw/togeojson";
import { DOMParser } from "@xmldom/xmldom";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { hasSharedData } from "../../shared-data.ts";
import { type Bytes, bytesOf, column, readAs, readBytes, reasonOf, sharedBytes, tablesOf } from "../geo-files.ts";

const document = (inside: string) =>
  `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inside}</Document></kml>`;
const read = (inside: string) => readAs("kml", bytesOf(document(inside)));
const RING = "<LinearRing><coordinates>0,0 4,0 4,4 0,0</coordinates></LinearRing>";
const HOLE = "<LinearRing><coordinates>1,1,9 2,1,9 2,2,9 1,1,9</coordinates></LinearRing>";

describe("KML", () => {
  it("has a row per placemark, whatever folders it lies in", async () => {
    const table = await read(`
      <Folder><name>Kitas</name><Folder><name>Nord</name>
        <Placemark><name>Kita &amp; Hort</name><description><![CDATA[<b>offen</b>]]></description><Point><coordinates> 9.4 , 54.8 , 12 </coordinates></Point></Placemark>
      </Folder></Folder>
      <Folder><name>Schulen</name>
        <Placemark><name>Schule</name><TimeStamp><when>2020-01</when></TimeStamp><Point><coordinates>9.5,54.9</coordinates></Point></Placemark>
        <Placemark><name>ohne Ort</name></Placemark>
      </Folder>`);
    expect(column(table, "name")).toEqual(["Kita & Hort", "Schule", "ohne Ort"]);
    expect(column(table, "description")).toEqual(["<b>offen</b>", "", ""]);
    expect(column(table, "folder")).toEqual(["Nord", "Schulen", "Schulen"]);
    expect(column(table, "when")).toEqual(["", "2020-01", ""]);
    expect(table.geometries).toEqual([
      { type: "Point", coordinates: [9.4, 54.8] },
      { type: "Point", coordinates: [9.5, 54.9] },
      null,
    ]);
    expect(table.crs).toBe("CRS84");
  });

  it("has areas with holes, several geometries in one, lines and tracks", async () => {
    const polygon = `<Polygon><outerBoundaryIs>${RING}</outerBoundaryIs><innerBoundaryIs>${HOLE}</innerBoundaryIs></Polygon>`;
    const table = await read(`
      <Placemark>${polygon}</Placemark>
      <Placemark><MultiGeometry>${polygon}<MultiGeometry>${polygon}</MultiGeometry></MultiGeometry></Placemark>
      <Placemark><MultiGeometry><Point><coordinates>1,2</coordinates></Point>${polygon}</MultiGeometry></Placemark>
      <Placemark><LineString><coordinates>1,2 3,4</coordinates></LineString></Placemark>
      <Placemark><gx:Track xmlns:gx="x"><when>2020</when><gx:coord>1 2 0</gx:coord><gx:coord>3 4 0</gx:coord></gx:Track></Placemark>`);
    const area = [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 0],
      ],
      [
        [1, 1],
        [2, 1],
        [2, 2],
        [1, 1],
      ],
    ];
    const line = {
      type: "LineString",
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    };
    expect(table.geometries).toEqual([
      { type: "Polygon", coordinates: area },
      { type: "MultiPolygon", coordinates: [area, area] },
      {
        type: "GeometryCollection",
        geometries: [
          { type: "Point", coordinates: [1, 2] },
          { type: "Polygon", coordinates: area },
        ],
      },
      line,
      line,
    ]);
  });

  it("tells apart what a placemark is called and what its data say", async () => {
    const data = (name: string, value: string) =>
      `<ExtendedData><Data name="${name}"><value>${value}</value></Data></ExtendedData>`;
    const same = await read(
      `<Placemark><name>a</name>${data("Name", "a")}</Placemark><Placemark><name>b</name>${data("Name", "b")}</Placemark>`,
    );
    expect(same.columns.map(({ name }) => name)).toEqual(["Name"]);
    const other = await read(`<Placemark><name>Kita</name>${data("NAME", "04")}</Placemark>`);
    expect(other.columns.map(({ name, texts }) => [name, texts[0]])).toEqual([
      ["Placemark name", "Kita"],
      ["NAME", "04"],
    ]);
  });

  it("may lie in a zip, and its doc.kml may only point to the others", async () => {
    const inside = (n: number) => bytesOf(document("<Placemark><name>a</name></Placemark>".repeat(n)));
    const kmz = zipSync({
      "doc.kml": bytesOf(document("<NetworkLink/>")),
      "layers/a.kml": inside(2),
      "b.kml": inside(1),
    }) as Bytes;
    expect(await tablesOf("kmz", kmz)).toEqual([
      { name: "layers/a.kml", rows: 2, hasGeometry: true },
      { name: "b.kml", rows: 1, hasGeometry: true },
    ]);
    expect((await readBytes("x.kmz", kmz)).rowCount).toBe(2);
    expect((await readAs("kmz", kmz, { table: "b.kml" })).rowCount).toBe(1);
    expect(reasonOf(await readAs("kmz", zipSync({ "a.txt": inside(1) }) as Bytes))).toBe("zip-without-layer");
  });

  it("with 50,000 folders in each other is read all the same", async () => {
    const depth = 50_000;
    const table = await read(
      `${"<Folder>".repeat(depth)}<Placemark><name>tief</name></Placemark>${"</Folder>".repeat(depth)}`,
    );
    expect(column(table, "name")).toEqual(["tief"]);
  });

  it.each([
    ["without placemarks", document(""), "no-features"],
    ["that ends in the middle", document("<Placemark><name>a</name></Placemark>").slice(0, -20), "xml-broken"],
    ["with an entity that nobody declared", document("<Placemark><name>&boese;</name></Placemark>"), "xml-broken"],
    [
      "with definitions of its own",
      `<!DOCTYPE kml [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${"<kml/>"}`,
      "xml-definitions",
    ],
    ["that is a login page", "<!DOCTYPE html><html><body>Anmelden</body></html>", "html-page"],
  ])("%s is refused with its reason", async (_, text, reason) => {
    expect(reasonOf(await readAs("kml", bytesOf(text)))).toBe(reason);
  });

  it
    .skipIf(!hasSharedData)
    .each(["koeln/stadtteile.kml", "import/berlin_bezirke.kml", "import/flensburg-all-formats/stadtteile.kml"])(
    "of %s is read as the reference converter reads it",
    async (path) => {
      const bytes = sharedBytes(path);
      const expected = kml(new DOMParser().parseFromString(new TextDecoder().decode(bytes), "text/xml"));
      const table = await readAs("kml", bytes);
      expect(table.rowCount).toBe(expected.features.length);
      const polygonsOf = (geometry: GeoJSON.Geometry | null | undefined): GeoJSON.Position[][][] =>
        geometry?.type === "Polygon"
          ? [geometry.coordinates]
          : geometry?.type === "MultiPolygon"
            ? geometry.coordinates
            : geometry?.type === "GeometryCollection"
              ? geometry.geometries.flatMap(polygonsOf)
              : [];
      for (const [row, feature] of expected.features.entries()) {
        const plane = polygonsOf(feature.geometry).map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y])));
        expect(polygonsOf(table.geometries?.[row])).toEqual(plane);
      }
    },
  );
});
