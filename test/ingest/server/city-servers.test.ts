import { describe, expect, it } from "vitest";
import { formatsOf, systemsOf, usualChoice } from "../../../src/domain/layer-choice.ts";
import type { ServerService } from "../../../src/domain/server.ts";
import { parseCrs } from "../../../src/geo/crs.ts";
import { readPage } from "../../../src/ingest/server/read-page.ts";
import { readService } from "../../../src/ingest/server/read-service.ts";
import { dataAnswer } from "../../../src/sources/data-answer.ts";
import { pageAddress } from "../../../src/sources/service-address.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

function serviceOf(text: string, asked: string): ServerService {
  const read = readService(bytesOf(text), asked);
  if (!("service" in read)) throw new Error(`no service: ${JSON.stringify(read)}`);
  return read.service;
}

interface Says {
  readonly version?: string;
  readonly href?: string;
  /** Prefix of the namespace of links. */
  readonly xlink?: string;
  readonly formats?: readonly string[];
  readonly layer?: string;
  readonly crs?: string;
}

/** Capabilities as WFS 1.1 and 2.0 write them, with the prefixes that GeoServer and deegree use. */
function capabilities({
  version = "2.0.0",
  href,
  xlink = "xlink",
  formats = [],
  layer = "app:haus",
  crs = "",
}: Says): string {
  const values = formats.map((format) => `<ows:Value>${format}</ows:Value>`).join("");
  const get = href === undefined ? "" : `<ows:Get ${xlink}:href="${href}"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<wfs:WFS_Capabilities version="${version}" xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:ows="http://www.opengis.net/ows/1.1">
<ows:ServiceIdentification><ows:Title xml:lang="de">Geodaten der Stadt</ows:Title><ows:Title xml:lang="en">City data</ows:Title></ows:ServiceIdentification>
<ows:OperationsMetadata>
<ows:Operation name="GetCapabilities"><ows:DCP><ows:HTTP><ows:Get ${xlink}:href="https://falsch.example.de/"/></ows:HTTP></ows:DCP><ows:Parameter name="outputFormat"><ows:Value>text/xml</ows:Value></ows:Parameter></ows:Operation>
<ows:Operation name="GetFeature"><ows:DCP><ows:HTTP>${get}<ows:Post ${xlink}:href="https://falsch.example.de/"/></ows:HTTP></ows:DCP><ows:Parameter name="outputFormat"><ows:AllowedValues>${values}</ows:AllowedValues></ows:Parameter></ows:Operation>
</ows:OperationsMetadata>
<wfs:FeatureTypeList><wfs:FeatureType><wfs:Name>${layer}</wfs:Name><wfs:Title xml:lang="de">Häuser</wfs:Title><wfs:Title xml:lang="en">Houses</wfs:Title><wfs:DefaultCRS>${crs}</wfs:DefaultCRS><ows:WGS84BoundingBox><ows:LowerCorner>9.1 54.1</ows:LowerCorner><ows:UpperCorner>9.5,54.9</ows:UpperCorner></ows:WGS84BoundingBox></wfs:FeatureType></wfs:FeatureTypeList>
</wfs:WFS_Capabilities>`;
}

describe("where a WFS has its features", () => {
  const asked = "https://geo.stadt.de/geoserver/ows?SERVICE=WFS&REQUEST=GetCapabilities";
  it.each([
    // The same server: as it says.
    [
      "https://geo.stadt.de/geoserver/wfs?",
      "https://geo.stadt.de/geoserver/wfs?",
      "https://geo.stadt.de/geoserver/ows",
      undefined,
    ],
    ["/geoserver/wfs", "https://geo.stadt.de/geoserver/wfs", "https://geo.stadt.de/geoserver/ows", undefined],
    ["https://geo.stadt.de/geoserver/ows?", "https://geo.stadt.de/geoserver/ows?", undefined, undefined],
    [
      "wfs?service=WFS&amp;map=a",
      "https://geo.stadt.de/geoserver/wfs?map=a",
      "https://geo.stadt.de/geoserver/ows",
      undefined,
    ],
    // http behind a proxy that speaks https: the same server, and never asked without encryption.
    [
      "http://geo.stadt.de/geoserver/wfs",
      "https://geo.stadt.de/geoserver/ows",
      "https://geo.stadt.de/geoserver/wfs",
      undefined,
    ],
    ["http://geo.stadt.de:80/geoserver/ows?", "https://geo.stadt.de/geoserver/ows", undefined, undefined],
    // A host that only the office knows, or another one: the named server is asked, and what it says is told.
    [
      "http://gis-prod01:8080/geoserver/wfs",
      "https://geo.stadt.de/geoserver/ows",
      "https://geo.stadt.de/geoserver/wfs",
      "http://gis-prod01:8080",
    ],
    [
      "http://geo.stadt.de:8080/geoserver/ows",
      "https://geo.stadt.de/geoserver/ows",
      undefined,
      "http://geo.stadt.de:8080",
    ],
    ["http://localhost:8080/geoserver/ows", "https://geo.stadt.de/geoserver/ows", undefined, "http://localhost:8080"],
    [
      "https://wfs.land.de/stadt",
      "https://geo.stadt.de/geoserver/ows",
      "https://geo.stadt.de/stadt",
      "https://wfs.land.de",
    ],
    // Nothing that helps.
    ["", "https://geo.stadt.de/geoserver/ows", undefined, undefined],
    ["http://", "https://geo.stadt.de/geoserver/ows", undefined, undefined],
  ])("„%s“ → %s, else %s; elsewhere: %s", (href, address, otherAddress, elsewhere) => {
    expect(serviceOf(capabilities({ href }), asked)).toMatchObject({ address, otherAddress, elsewhere });
  });

  it("is found by whatever prefix links have, and is where it was asked when only POST is offered", () => {
    const at = (says: Says) => serviceOf(capabilities(says), asked).address;
    expect(at({ href: "https://geo.stadt.de/a", xlink: "ns2" })).toBe("https://geo.stadt.de/a");
    expect(at({})).toBe("https://geo.stadt.de/geoserver/ows");
  });
});

describe("what a WFS says of its layers", () => {
  it("is read in the first of several languages, with boxes by commas as well", () => {
    const { title, layers } = serviceOf(capabilities({}), "https://geo.stadt.de/wfs");
    expect(title).toBe("Geodaten der Stadt");
    expect(layers).toMatchObject([{ name: "app:haus", title: "Häuser", box: [9.1, 54.1, 9.5, 54.9] }]);
  });

  it.each([
    [
      "GeoServer",
      ["application/gml+xml; version=3.2", "SHAPE-ZIP", "application/json", "json", "text/javascript"],
      "application/json",
    ],
    [
      "QGIS Server",
      ["text/xml; subtype=gml/3.1.1", "application/vnd.geo+json", "application/geo+json"],
      "application/geo+json",
    ],
    [
      "MapServer",
      ["application/gml+xml; version=3.2", "application/json; subtype=geojson"],
      "application/json; subtype=geojson",
    ],
    ["ArcGIS", ["GML32", "GML32+ZIP", "ESRIGEOJSON", "GEOJSON", "GEOJSON+ZIP"], "GEOJSON"],
    [
      "others",
      ["application/topo+json", "application/vnd.ogc.fg+json", "application/ld+json", "application/geo+json-seq"],
      undefined,
    ],
    ["deegree", ["application/gml+xml; version=3.2", "text/xml; subtype=gml/3.1.1"], undefined],
  ])("GeoJSON of %s is asked for by its name", (_, formats, expected) => {
    const service = serviceOf(capabilities({ formats, crs: "EPSG:25832" }), "https://geo.stadt.de/wfs");
    const [layer] = service.layers;
    if (!layer) throw new Error("no layer");
    expect(usualChoice(service, layer).outputFormat).toBe(expected);
    expect(formatsOf(service, layer)).toEqual(expected === undefined ? ["gml"] : ["geojson", "gml"]);
  });

  it.each([
    ...["EPSG:25832", "urn:ogc:def:crs:EPSG::25832", "urn:x-ogc:def:crs:EPSG:25832", "urn:ogc:def:crs:EPSG:6.9:25832"],
    ...["http://www.opengis.net/def/crs/EPSG/0/25832", "https://www.opengis.net/def/crs/EPSG/0/25832"],
    ...["http://www.opengis.net/gml/srs/epsg.xml#25832", "urn:ogc:def:crs:epsg::25832"],
  ])("its system %s is one that the app knows, and asked for as it is written", (crs) => {
    const service = serviceOf(capabilities({ crs }), "https://geo.stadt.de/wfs");
    const [layer] = service.layers;
    if (!layer) throw new Error("no layer");
    expect(systemsOf(layer).map((system) => parseCrs(system))).toEqual(["EPSG:25832"]);
    const page = pageAddress(service, layer, usualChoice(service, layer), { start: 0, count: 5 });
    expect(new URL(page).searchParams.get("SRSNAME")).toBe(crs);
  });
});

describe("pages of a WFS", () => {
  const member = (name: string) =>
    `<app:haus gml:id="haus.${name}"><app:name>${name}</app:name><app:geom><gml:Point srsName="urn:ogc:def:crs:EPSG::25832"><gml:pos>526000 6072000</gml:pos></gml:Point></app:geom></app:haus>`;
  const space = `xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:app="http://app"`;
  it.each([
    [
      "2.0",
      `<wfs:FeatureCollection ${space} numberMatched="unknown" numberReturned="2"><wfs:member>${member("A")}</wfs:member><wfs:member>${member("B")}</wfs:member></wfs:FeatureCollection>`,
      undefined,
    ],
    [
      "2.0 that counts",
      `<wfs:FeatureCollection ${space} numberMatched="17" numberReturned="2" next="http://intern:8080/wfs?STARTINDEX=2"><wfs:member>${member("A")}</wfs:member><wfs:member>${member("B")}</wfs:member></wfs:FeatureCollection>`,
      17,
    ],
    [
      "1.1",
      `<wfs:FeatureCollection ${space} numberOfFeatures="2"><gml:featureMembers>${member("A")}${member("B")}</gml:featureMembers></wfs:FeatureCollection>`,
      undefined,
    ],
    [
      "1.1, one by one",
      `<wfs:FeatureCollection ${space}><gml:featureMember>${member("A")}</gml:featureMember><gml:featureMember>${member("B")}</gml:featureMember></wfs:FeatureCollection>`,
      undefined,
    ],
  ])("in GML of WFS %s", (_, text, matched) => {
    const page = readPage({ bytes: bytesOf(text), format: "gml" });
    if ("broken" in page) throw new Error(page.broken);
    expect(page.rows.map((row) => row[page.columns.indexOf("name")])).toEqual(["A", "B"]);
    expect(page.features[0]).toContain('"coordinates":[526000,6072000]');
    expect(page.crs).toBe("urn:ogc:def:crs:EPSG::25832");
    if (matched !== undefined) expect(page.matched).toBe(matched);
  });

  it("in GeoJSON count nothing where the server does not know", () => {
    const text = JSON.stringify({
      ...{ type: "FeatureCollection", numberMatched: "unknown", totalFeatures: "unknown" },
      features: [{ type: "Feature", properties: { name: "A" }, geometry: { type: "Point", coordinates: [9.4, 54.8] } }],
    });
    expect(readPage({ bytes: bytesOf(text), format: "geojson" })).toMatchObject({ matched: undefined, rows: [["A"]] });
  });

  it.each([
    [
      "GeoServer in JSON",
      `{"version":"2.0.0","exceptions":[{"code":"noApplicableCode","locator":"noLocator","text":"Cannot do natural order"}]}`,
      "Cannot do natural order",
    ],
    [
      "ArcGIS in JSON",
      `{"error":{"code":400,"message":"Invalid or missing input parameters.","details":[]}}`,
      "Invalid or missing input parameters.",
    ],
    [
      "ows",
      `<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1"><ows:Exception exceptionCode="InvalidParameterValue" locator="srsname"><ows:ExceptionText><![CDATA[SRS & Co]]></ows:ExceptionText></ows:Exception></ows:ExceptionReport>`,
      "SRS & Co",
    ],
    [
      "WFS 1.0",
      `<?xml version="1.0"?><ServiceExceptionReport version="1.2.0"><ServiceException code="x">Layer fehlt</ServiceException></ServiceExceptionReport>`,
      "Layer fehlt",
    ],
    ["an API", `{"title":"Not Found","status":404,"detail":"Collection fehlt"}`, "Collection fehlt"],
  ])("that are a report of %s with status 200 are told in its words", (_, text, detail) => {
    const answer = { bytes: bytesOf(text), status: 200, address: "https://geo.stadt.de/wfs", contentType: "" };
    expect(() => dataAnswer(answer)).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ reason: "service-error", detail }) }),
    );
  });
});

describe("an OGC API", () => {
  const asked = "https://geo.stadt.de/api/collections";
  it("has the systems of all layers where a layer only points to them, and is asked where it was named", () => {
    const document = {
      links: [{ rel: "self", href: "http://ldproxy:7080/api/collections" }],
      crs: ["http://www.opengis.net/def/crs/OGC/1.3/CRS84", "http://www.opengis.net/def/crs/EPSG/0/25832"],
      collections: [
        {
          id: "haus",
          crs: ["#/crs"],
          links: [
            { rel: "items", type: "application/geo+json", href: "http://ldproxy:7080/api/collections/haus/items" },
          ],
        },
        { id: "karte", itemType: "tile" },
      ],
    };
    const service = serviceOf(JSON.stringify(document), asked);
    expect(service.elsewhere).toBe("http://ldproxy:7080");
    expect(service.layers.map(({ name, systems, address }) => [name, systems, address])).toEqual([
      ["haus", document.crs, "https://geo.stadt.de/api/collections/haus/items"],
    ]);
  });

  it("may be named by one of its layers, or by a page of its features as a browser shows it", () => {
    const one = { id: "haus", title: "Häuser", itemType: "feature" };
    expect(serviceOf(JSON.stringify(one), `${asked}/haus`).layers[0]).toMatchObject({ address: `${asked}/haus/items` });
    const page = { type: "FeatureCollection", features: [], links: [{ rel: "next", href: "x" }] };
    const service = serviceOf(JSON.stringify(page), `${asked}/haus/items?limit=10&offset=20&stadtteil=3`);
    expect(service).toMatchObject({
      kind: "ogc-api",
      layers: [{ name: "haus", address: `${asked}/haus/items?stadtteil=3` }],
    });
    // All there is: a file.
    expect(
      readService(bytesOf(JSON.stringify({ type: "FeatureCollection", features: [] })), "https://geo.stadt.de/x.php"),
    ).toEqual({
      features: "geojson",
    });
  });
});
