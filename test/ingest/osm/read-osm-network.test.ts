import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ReadingProgress } from "../../../src/domain/reading-progress.ts";
import { issueText } from "../../../src/i18n/issue-texts.ts";
import { areaIdsOf } from "../../../src/ingest/area-ids.ts";
import { openPackageTask, readRecordsTask } from "../../../src/ingest/ingest-tasks.ts";
import { ingestRunner, readWholePackage } from "../read-whole-package.ts";
import { smallPackage } from "../small-package.ts";
import { dataBlock, headerBlock, joined } from "./write-extract.ts";

const QUARTIER = new Uint8Array(readFileSync(new URL("fixtures/quartier.osm.pbf", import.meta.url)));
const resource = (name: string, more: object = {}) => ({
  name,
  path: `${name}.osm.pbf`,
  anlaufpunkt: { role: "network" },
  ...more,
});

describe("an OpenStreetMap extract in a package", () => {
  it("is its walking network, and says that it cuts through ways", async () => {
    const { records, issues, reports } = await readWholePackage(
      smallPackage([resource("wege", { format: "osm.pbf" })], { "wege.osm.pbf": QUARTIER }),
    );
    expect(records.network?.lineStarts.length).toBe(20);
    expect(records.network?.resource).toBe("wege");
    expect(reports.at(-1)).toMatchObject({
      role: "network",
      format: "osm.pbf",
      rows: 19,
      rejected: 1,
      crs: "EPSG:4326",
    });
    expect(issues).toMatchObject([{ code: "extract-ways-cut", severity: "notice", source: "wege.osm.pbf" }]);
    expect(issueText(issues[0] as (typeof issues)[0], "de")).toMatch(
      /^wege\.osm\.pbf: Der Ausschnitt durchtrennt Wege \(2\)/,
    );
  });

  it("is known by the ending of its name, and by the day that it states", async () => {
    const bytes = joined([
      headerBlock({ seconds: Date.UTC(2026, 10, 1) / 1000 }),
      dataBlock({
        nodes: [1, 2].map((id) => ({ id, lon: 130_000_000 + id, lat: 520_000_000 })),
        ways: [{ refs: [1, 2], tags: { highway: "footway" } }],
      }),
    ]);
    const { reports, issues } = await readWholePackage(smallPackage([resource("wege")], { "wege.osm.pbf": bytes }));
    expect(issues).toEqual([]);
    expect(reports.at(-1)).toMatchObject({ format: "osm.pbf", rows: 1, rejected: 0, period: "2026-11-01" });
  });

  it.each<[string, Uint8Array<ArrayBuffer>, RegExp]>([
    ["broken off", QUARTIER.slice(0, 500), /bricht mittendrin ab.*herunterladen/],
    ["something else", new TextEncoder().encode("<osm/>"), /keine Datei im Format \.osm\.pbf.*osmium cat/],
    [
      "packed otherwise",
      joined([headerBlock(), dataBlock({}, 6)]),
      /mit lz4 gepackt.*osmium cat -f pbf,pbf_compression=zlib/,
    ],
    ["a history", headerBlock({ required: ["HistoricalInformation"] }), /„HistoricalInformation“/],
    ["damaged", QUARTIER.map((byte, i) => (i > 300 && i < 320 ? 255 : byte)), /beschädigt/],
    ["without ways", joined([headerBlock(), dataBlock({})]), /keinen Weg, den man zu Fuß gehen kann/],
  ])("that is %s gives no network, and says what to do", async (_, bytes, words) => {
    const { records, issues } = await readWholePackage(smallPackage([resource("wege")], { "wege.osm.pbf": bytes }));
    expect(records.network).toBeUndefined();
    expect(issues.map(({ severity, source }) => [severity, source])).toEqual([["error", "wege.osm.pbf"]]);
    expect(issueText(issues[0] as (typeof issues)[0], "de")).toMatch(words);
    expect(issueText(issues[0] as (typeof issues)[0], "en")).not.toMatch(/undefined|\(\)/);
  });

  it("stays unused beside a network that comes first, and serves where that one cannot be read", async () => {
    const lines = { name: "linien", path: "linien.geojson", anlaufpunkt: { role: "network" } };
    const line = {
      type: "LineString",
      coordinates: [
        [13, 52],
        [13.01, 52],
      ],
    };
    const good = { type: "FeatureCollection", features: [{ type: "Feature", properties: {}, geometry: line }] };
    const both = await readWholePackage(
      smallPackage([lines, resource("wege")], { "linien.geojson": good, "wege.osm.pbf": QUARTIER }),
    );
    expect(both.records.network?.resource).toBe("linien");
    expect(both.issues.map(({ code, source }) => [code, source])).toContainEqual(["resource-unused", "wege.osm.pbf"]);
    const one = await readWholePackage(smallPackage([lines, resource("wege")], { "wege.osm.pbf": QUARTIER }));
    expect(one.records.network?.resource).toBe("wege");
    expect(one.reports.map(({ name }) => name)).toEqual(["areas", "linien", "wege"]);
  });

  it("is no table of places", async () => {
    const places = { name: "orte", path: "orte.osm.pbf", anlaufpunkt: { role: "anlaufpunkte" } };
    const { issues } = await readWholePackage(smallPackage([places], { "orte.osm.pbf": QUARTIER }));
    expect(issues).toMatchObject([{ code: "resource-format-unsupported", context: { value: "osm.pbf" } }]);
  });

  it("says how far it is while it is read", async () => {
    const source = smallPackage([resource("wege")], { "wege.osm.pbf": QUARTIER });
    const opened = await ingestRunner.run(openPackageTask, { source });
    if ("refused" in opened) throw new Error("refused");
    const told: ReadingProgress[] = [];
    const input = { source, descriptor: opened.descriptor, areas: areaIdsOf(opened.map) };
    await ingestRunner.run(readRecordsTask, input, { onProgress: (progress) => told.push(progress) });
    expect(told[0]).toMatchObject({ path: "wege.osm.pbf", role: "network", step: "fetching" });
  });
});
