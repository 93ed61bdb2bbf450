import { describe, expect, test } from "vitest";
import type { ResourceDraft } from "../../../src/domain/data-draft.ts";
import type { Language } from "../../../src/domain/localized.ts";
import { MISSING_REASONS, type ObservationStatus } from "../../../src/domain/measured.ts";
import { numberCell, numberColumn, type SavedTable, textCell, textColumn } from "../../../src/domain/saved-table.ts";
import { tableFile } from "../../../src/export/table-file.ts";
import { shapesFromGeojson } from "../../../src/geo/shapes-from-geojson.ts";
import { vergleichTexts } from "../../../src/i18n/vergleich-texts.ts";
import { inspectFile } from "../../../src/ingest/inspect/inspect-file.ts";
import { readWholePackage } from "../read-whole-package.ts";
import { AREA_RESOURCE, smallPackage, square } from "../small-package.ts";

const STATUSES: readonly ObservationStatus[] = ["ok", "estimated", ...MISSING_REASONS];
const IDS = STATUSES.map((_, i) => `0${i + 1}`);
const VALUES = [0, -2.5, undefined, undefined, undefined];

/** The comparison as it is saved, of one Sozialraum for each status. */
function comparison(language: Language): SavedTable {
  const { csvColumns: named, status: words } = vergleichTexts[language];
  return {
    title: "Kinder",
    columns: [
      ...[named.id, named.area, named.indicator, named.period].map(textColumn),
      numberColumn(named.value),
      ...[named.unit, named.status, named.how].map(textColumn),
      numberColumn(named.distance),
      textColumn(named.distanceUnit),
      numberColumn(named.rank),
    ],
    rows: STATUSES.map((status, i) => [
      ...[IDS[i], `Gebiet ${i}`, "kinder", "2024"].map((text) => textCell(text)),
      numberCell(VALUES[i]),
      textCell("%"),
      textCell(words[status], status),
      textCell("–"),
      numberCell(VALUES[i]),
      textCell("%"),
      numberCell(i + 1),
    ]),
    rules: [],
    sozialraeume: IDS,
  };
}

describe.each(["de", "en"] as const)("a comparison that was saved (%s)", (language) => {
  test.each(["csv", "xlsx", "geojson", "parquet"] as const)(
    "and dropped again as %s is understood, with the reason of each missing value",
    async (format) => {
      const features = IDS.map((id, i) => square(id, `Gebiet ${i}`, 13 + i / 10));
      const areas = features.map(({ properties }) => properties);
      const shapes = shapesFromGeojson(features.map(({ geometry }) => geometry as GeoJSON.Geometry));
      const boundaries = { shapes, areas: IDS.map((_, i) => i) };
      const bytes = await tableFile({ format, table: comparison(language), language, boundaries, provenance: [] });
      const city = {
        levels: [{ level: "stadtteil", title: "Stadtteil", areas }],
        indicators: [],
        names: [],
        paths: [],
      };
      const { draft, clues } = await inspectFile(`vergleich.${format}`, bytes, city);
      // Where there are boundaries, too, somebody has to say that they are not the point.
      const hasBoundaries = format === "geojson" || format === "parquet";
      expect(clues.find(({ key }) => key === "role")?.basis).toBe(hasBoundaries ? "ask" : "likely");
      expect(draft?.anlaufpunkt).toMatchObject({ role: "observations", level: "stadtteil", period: "2024" });
      const { path } = draft as ResourceDraft;
      const source = smallPackage([draft as ResourceDraft], {
        [AREA_RESOURCE.path]: { type: "FeatureCollection", features },
        [path]: bytes,
      });
      const { records, issues } = await readWholePackage(source);
      expect(issues).toEqual([]);
      expect(records.observations.status).toEqual(STATUSES);
      expect([...records.observations.value]).toEqual(VALUES.map((value) => value ?? Number.NaN));
    },
  );
});

describe("boundaries with the ids of a level", () => {
  const features = (properties: object) =>
    IDS.map((id, i) => {
      const feature = square(id, `Gebiet ${i}`, 13 + i / 10);
      return { ...feature, properties: { ...feature.properties, ...properties } };
    });
  const areas = features({}).map(({ properties }) => properties);
  const roleOf = async (properties: object, level: object) => {
    const bytes = new TextEncoder().encode(
      JSON.stringify({ type: "FeatureCollection", features: features(properties) }),
    );
    const city = {
      levels: [{ level: "stadtteil", title: "Stadtteil", areas, ...level }],
      indicators: [],
      names: [],
      paths: [],
    };
    return (await inspectFile("gebiete.geojson", bytes, city)).draft?.anlaufpunkt.role;
  };

  test("of the open city are values where numbers stand beside them that say more than their size", async () => {
    expect(await roleOf({ ohne_weg: 12, anteil: 0.4 }, {})).toBe("observations");
    expect(await roleOf({ FLAECHE_HA: 12.5, shape_length: 3, objectid: 7, Flaeche: 3 }, {})).toBe("sozialraeume");
    expect(await roleOf({}, {})).toBe("sozialraeume");
  });

  test("that another file brings are areas all the same", async () => {
    expect(await roleOf({ anteil: 0.4 }, { isBeside: true })).toBe("sozialraeume");
    expect(await roleOf({ anteil: 0.4 }, { areas: [] })).toBe("sozialraeume");
  });
});
