import { describe, expect, it } from "vitest";
import { GmlTable } from "../../../src/ingest/gml/gml-table.ts";
import { IssueLog } from "../../../src/ingest/issue-log.ts";
import { bytesOf, column, issueCodes, readAs, reasonOf, tablesOf } from "../geo-files.ts";

const NAMESPACES =
  'xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:a="http://example.org/a" xmlns:xlink="http://www.w3.org/1999/xlink"';
const collection = (members: string, attributes = "") =>
  `<?xml version="1.0" encoding="UTF-8"?><wfs:FeatureCollection ${NAMESPACES} ${attributes}>${members}</wfs:FeatureCollection>`;
const member = (inside: string, id = "a.1") => `<wfs:member><a:ort gml:id="${id}">${inside}</a:ort></wfs:member>`;
const read = (members: string, attributes = "") => readAs("gml", bytesOf(collection(members, attributes)));
const geometry = async (xml: string) => (await read(member(`<a:geom>${xml}</a:geom>`))).geometries?.[0];
const ring = (positions: string) => `<gml:LinearRing><gml:posList>${positions}</gml:posList></gml:LinearRing>`;

const AREA = {
  type: "Polygon",
  coordinates: [
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 0],
    ],
  ],
};
const LINE = {
  type: "LineString",
  coordinates: [
    [0, 0],
    [4, 0],
    [4, 4],
  ],
};

describe("geometries of GML", () => {
  it.each<[what: string, xml: string, expected: object | null]>([
    ["posList", `<gml:Polygon><gml:exterior>${ring("0 0 4 0 4 4 0 0")}</gml:exterior></gml:Polygon>`, AREA],
    [
      "posList with heights",
      `<gml:Polygon srsDimension="3"><gml:exterior>${ring("0 0 9 4 0 9 4 4 9 0 0 9")}</gml:exterior></gml:Polygon>`,
      AREA,
    ],
    [
      "pos",
      "<gml:Polygon><gml:exterior><gml:LinearRing><gml:pos>0 0</gml:pos><gml:pos>4 0</gml:pos><gml:pos>4 4 9</gml:pos><gml:pos>0 0</gml:pos></gml:LinearRing></gml:exterior></gml:Polygon>",
      AREA,
    ],
    [
      "coordinates of GML 2",
      "<gml:Polygon><gml:outerBoundaryIs><gml:LinearRing><gml:coordinates>0,0 4,0 4,4 0,0</gml:coordinates></gml:LinearRing></gml:outerBoundaryIs></gml:Polygon>",
      AREA,
    ],
    [
      "coordinates with signs of their own",
      '<gml:LineString><gml:coordinates decimal="," cs=";" ts="|">0,0;0|4,0;0|4;4</gml:coordinates></gml:LineString>',
      LINE,
    ],
    [
      "coord",
      "<gml:LineString><gml:coord><gml:X>0</gml:X><gml:Y>0</gml:Y></gml:coord><gml:coord><gml:X>4</gml:X><gml:Y>0</gml:Y></gml:coord><gml:coord><gml:X>4</gml:X><gml:Y>4</gml:Y></gml:coord></gml:LineString>",
      LINE,
    ],
    [
      "a curve of segments",
      "<gml:Curve><gml:segments><gml:LineStringSegment><gml:posList>0 0 4 0</gml:posList></gml:LineStringSegment><gml:LineStringSegment><gml:posList>4 0 4 4</gml:posList></gml:LineStringSegment></gml:segments></gml:Curve>",
      LINE,
    ],
    [
      "a curve that runs backwards",
      '<gml:OrientableCurve orientation="-"><gml:baseCurve><gml:LineString><gml:posList>4 4 4 0 0 0</gml:posList></gml:LineString></gml:baseCurve></gml:OrientableCurve>',
      LINE,
    ],
    [
      "a surface of patches",
      `<gml:Surface><gml:patches><gml:PolygonPatch><gml:exterior>${ring("0 0 4 0 4 4 0 0")}</gml:exterior></gml:PolygonPatch></gml:patches></gml:Surface>`,
      AREA,
    ],
    [
      "a ring of curves",
      "<gml:Polygon><gml:exterior><gml:Ring><gml:curveMember><gml:LineString><gml:posList>0 0 4 0</gml:posList></gml:LineString></gml:curveMember><gml:curveMember><gml:LineString><gml:posList>4 0 4 4 0 0</gml:posList></gml:LineString></gml:curveMember></gml:Ring></gml:exterior></gml:Polygon>",
      AREA,
    ],
    [
      "several surfaces",
      `<gml:MultiSurface><gml:surfaceMember><gml:Polygon><gml:exterior>${ring("0 0 4 0 4 4 0 0")}</gml:exterior></gml:Polygon></gml:surfaceMember></gml:MultiSurface>`,
      { type: "MultiPolygon", coordinates: [AREA.coordinates] },
    ],
    [
      "several points",
      "<gml:MultiPoint><gml:pointMember><gml:Point><gml:pos>1 2</gml:pos></gml:Point></gml:pointMember></gml:MultiPoint>",
      { type: "MultiPoint", coordinates: [[1, 2]] },
    ],
    ["a solid", "<gml:Solid/>", null],
    ["an empty area", "<gml:Polygon/>", null],
  ])("as %s", async (_, xml, expected) => {
    expect(await geometry(xml)).toEqual(expected);
  });

  it("with arcs are straight between their points, which is said", async () => {
    const table = await read(
      member(
        "<a:g><gml:Curve><gml:segments><gml:Arc><gml:posList>0 0 4 0 4 4</gml:posList></gml:Arc></gml:segments></gml:Curve></a:g>",
      ),
    );
    expect(table.geometries).toEqual([LINE]);
    expect(issueCodes(table)).toEqual(["geometry-repaired"]);
  });

  it("nested without end are refused, and the row stays", async () => {
    const table = await read(
      member(
        `<a:id>1</a:id><a:g>${"<gml:MultiGeometry>".repeat(20_000)}${"</gml:MultiGeometry>".repeat(20_000)}</a:g>`,
      ),
    );
    expect([table.rowCount, table.geometries]).toEqual([1, [null]]);
  });
});

describe("axes of GML", () => {
  const point = (srsName: string, pos: string) =>
    member(`<a:geom><gml:Point srsName="${srsName}"><gml:pos>${pos}</gml:pos></gml:Point></a:geom>`);

  it.each<[what: string, srsName: string, pos: string, crs: string, turned: boolean, expected: number[]]>([
    ["lat first by urn", "urn:ogc:def:crs:EPSG::4326", "54.8 9.4", "EPSG:4326", true, [9.4, 54.8]],
    ["lat first by address", "http://www.opengis.net/def/crs/EPSG/0/4258", "54.8 9.4", "EPSG:4258", true, [9.4, 54.8]],
    ["lon first by short name", "EPSG:4326", "9.4 54.8", "EPSG:4326", false, [9.4, 54.8]],
    [
      "lon first by the address of old",
      "http://www.opengis.net/gml/srs/epsg.xml#4326",
      "9.4 54.8",
      "EPSG:4326",
      false,
      [9.4, 54.8],
    ],
    ["lat first although the name is short", "EPSG:4326", "54.8 9.4", "EPSG:4326", true, [9.4, 54.8]],
    [
      "lon first although the urn says otherwise",
      "urn:ogc:def:crs:EPSG::4326",
      "9.4 54.8",
      "EPSG:4326",
      false,
      [9.4, 54.8],
    ],
    ["lon first as CRS84 has it", "urn:ogc:def:crs:OGC:1.3:CRS84", "9.4 54.8", "CRS84", false, [9.4, 54.8]],
    [
      "lat first by urn, anywhere on earth",
      "urn:ogc:def:crs:EPSG::4326",
      "-33.9 151.2",
      "EPSG:4326",
      true,
      [151.2, -33.9],
    ],
    [
      "east first in UTM",
      "urn:ogc:def:crs:EPSG::25832",
      "526452.7 6075306.4",
      "EPSG:25832",
      false,
      [526452.7, 6075306.4],
    ],
    ["north first in LAEA", "urn:ogc:def:crs:EPSG::3035", "3524430 4283176", "EPSG:3035", true, [4283176, 3524430]],
    [
      "north first in Gauß-Krüger",
      "urn:ogc:def:crs:EPSG::31467",
      "6077297 3526531",
      "EPSG:31467",
      true,
      [3526531, 6077297],
    ],
  ])("are %s", async (_, srsName, pos, crs, turned, expected) => {
    const table = await read(point(srsName, pos));
    expect(table.crs).toBe(crs);
    expect(table.axesTurned).toBe(turned);
    expect(table.geometries).toEqual([{ type: "Point", coordinates: expected }]);
  });

  it("and system are those of the collection, where geometries name none", async () => {
    const envelope =
      '<gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>54 9</gml:lowerCorner></gml:Envelope></gml:boundedBy>';
    const table = await read(`${envelope}${member("<a:g><gml:Point><gml:pos>54.8 9.4</gml:pos></gml:Point></a:g>")}`);
    expect([table.crs, table.geometries]).toEqual(["EPSG:4326", [{ type: "Point", coordinates: [9.4, 54.8] }]]);
  });

  it("of another system than the others' cost the geometry, not the row", async () => {
    const table = await read(point("EPSG:25832", "526452 6075306").repeat(2) + point("EPSG:25833", "1 2"));
    expect(table.geometries?.map((each) => each !== null)).toEqual([true, true, false]);
    expect(table.issues).toMatchObject([{ code: "geometry-unusable", row: 3, context: { reason: "other-crs" } }]);
  });
});

describe("features of GML", () => {
  it("have their properties, what is nested in them, and their box as no geometry", async () => {
    const table = await read(
      member(`<gml:boundedBy><gml:Envelope srsName="EPSG:25832"><gml:lowerCorner>0 0</gml:lowerCorner></gml:Envelope></gml:boundedBy>
        <a:name>Kita &amp; Hort</a:name><a:seit><gml:timePosition>2018-01-01</gml:timePosition></a:seit>
        <a:art xlink:href="#kita"/><a:leer/><a:nr>0012</a:nr>`),
    );
    expect(table.columns.map(({ name, texts }) => [name, texts[0]])).toEqual([
      ["name", "Kita & Hort"],
      ["seit", "2018-01-01"],
      ["art", "#kita"],
      ["leer", ""],
      ["nr", "0012"],
      ["gml_id", "a.1"],
    ]);
    expect(table.geometries).toEqual([null]);
  });

  it("of several types are several layers; the largest is read unless another is wanted", async () => {
    const text = collection(
      `${member("<a:x>1</a:x>")}<wfs:member><a:weg><a:y>1</a:y></a:weg></wfs:member><wfs:member><a:weg><a:y>2</a:y></a:weg></wfs:member>`,
    );
    expect(await tablesOf("gml", bytesOf(text))).toMatchObject([
      { name: "ort", rows: 1 },
      { name: "weg", rows: 2 },
    ]);
    expect(column(await readAs("gml", bytesOf(text)), "y")).toEqual(["1", "2"]);
    expect(column(await readAs("gml", bytesOf(text), { table: "ort" }), "x")).toEqual(["1"]);
  });

  it("come page by page, and each page says how it goes on", () => {
    const options = { source: "wfs", listSeparator: ";" };
    const pages = new GmlTable(options, new IssueLog("wfs"));
    const point = (y: number) =>
      member(
        `<a:g><gml:Point srsName="urn:ogc:def:crs:EPSG::4326"><gml:pos>${y} 9</gml:pos></gml:Point></a:g>`,
        `a.${y}`,
      );
    expect(
      pages.add(bytesOf(collection(point(54), 'numberMatched="2" numberReturned="1" next="http://x/?a=1&amp;b=2"'))),
    ).toMatchObject({
      matched: 2,
      returned: 1,
      next: "http://x/?a=1&b=2",
    });
    expect(pages.add(bytesOf(collection(point(55), 'numberMatched="unknown"'))).matched).toBeUndefined();
    const table = pages.table();
    expect(column(table, "gml_id")).toEqual(["a.54", "a.55"]);
    expect(table.geometries).toMatchObject([{ coordinates: [9, 54] }, { coordinates: [9, 55] }]);
  });

  it.each([
    ['numberMatched="12" numberReturned="1"', { read: 1, promised: 12 }],
    ['numberMatched="unknown" next="http://x/?b=2"', { read: 1 }],
    ['numberMatched="1" numberReturned="1"', undefined],
  ])("in a file with %s are told to be the first page, or are whole", async (said, context) => {
    const { issues } = await read(member("<a:x>1</a:x>"), said);
    expect(issues).toMatchObject(context ? [{ code: "file-of-one-page", context }] : []);
  });

  it("are written in the encoding that the document declares", async () => {
    const text = collection(member("<a:name>Höhe</a:name>")).replace("UTF-8", "ISO-8859-1");
    const table = await readAs(
      "gml",
      Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
    );
    expect(column(table, "name")).toEqual(["Höhe"]);
  });

  it.each([
    ["an entity that nobody declared", collection(member("<a:x>&boese;</a:x>")), "xml-broken"],
    [
      "definitions of its own",
      `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${collection("").slice(38)}`,
      "xml-definitions",
    ],
    ["a login page", "<html><body>Anmelden</body></html>", "html-page"],
    ["an end in the middle", collection(member("<a:x>1</a:x>")).slice(0, -40), "xml-broken"],
    ["no feature", collection(""), "no-features"],
    [
      "an error of the service",
      '<ows:ExceptionReport xmlns:ows="o"><ows:Exception><ows:ExceptionText>Layer gibt es nicht</ows:ExceptionText></ows:Exception></ows:ExceptionReport>',
      "service-error",
    ],
  ])("are refused with %s", async (_, text, reason) => {
    const table = await readAs("gml", bytesOf(text));
    expect([table.rowCount, reasonOf(table)]).toEqual([0, reason]);
    if (reason === "service-error") expect(table.issues[0]?.context.detail).toBe("Layer gibt es nicht");
  });
});
