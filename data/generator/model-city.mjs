import { drawBackground } from "./background.mjs";
import { QUARTIERE, STADTBEZIRKE } from "./city-plan.mjs";
import { goalTable, NORDERSTEDT, QUARTIERSMANAGEMENT } from "./goal-catalogues.mjs";
import { indicatorTable } from "./indicator-definitions.mjs";
import { sampleLand } from "./land-raster.mjs";
import { createLand } from "./land-use.mjs";
import { polygonToLonLat } from "./lonlat.mjs";
import { drawMainLines } from "./main-lines.mjs";
import { longTable, observe, wideTable } from "./observations.mjs";
import { describePackage } from "./package-descriptor.mjs";
import { akteureTable, termineTable, vorhabenTable } from "./participation.mjs";
import { placeTable, setPlaces } from "./places.mjs";
import { ringArea } from "./plane.mjs";
import { AGE_GROUPS, settlePeople } from "./population.mjs";
import { growQuartiere } from "./quartiere.mjs";
import { scenarioTable } from "./scenarios.mjs";
import { joinStreets } from "./street-graph.mjs";
import { growStreets } from "./street-growth.mjs";
import { nameStreets } from "./street-names.mjs";
import { toCsv, toGeoJson } from "./text-tables.mjs";
import { drawNetwork, networkFeatures } from "./walking-network.mjs";

/** Land, streets, borders and people of one city, in city metres. */
export function buildCity({ seed, residents }) {
  const land = createLand(seed);
  const mainLines = drawMainLines(land);
  const grown = growStreets(land, mainLines);
  nameStreets(seed, [...mainLines, ...grown.lines]);
  const { graph, island } = joinStreets(land, mainLines, grown);
  const areas = growQuartiere(graph, grown.landUseAt);
  const quartiere = QUARTIERE.map((quartier) => ({ quartier, polygons: areas.quartier(quartier.id) }));
  const stadtbezirke = STADTBEZIRKE.map((bezirk) => ({ bezirk, polygons: areas.stadtbezirk(bezirk.id) }));
  const raster = sampleLand(land, mainLines, graph);
  const cells = settlePeople(land, raster, quartiere, residents);
  return { land, mainLines, graph, island, quartiere, stadtbezirke, whole: areas.whole(), raster, cells };
}

export const areaOf = (polygons) =>
  polygons.reduce((sum, rings) => sum + rings.reduce((s, ring) => s + ringArea(ring), 0), 0);

const areaGeometry = (polygons) => {
  const coordinates = polygons.map(polygonToLonLat);
  return coordinates.length === 1
    ? { type: "Polygon", coordinates: coordinates[0] }
    : { type: "MultiPolygon", coordinates };
};

function areaFeatures(city, observed) {
  const sum = (ids, indicator) => ids.reduce((total, id) => total + (observed.get(indicator, id, 2024).value ?? 0), 0);
  const feature = (id, name, parent, ids, polygons) => ({
    type: "Feature",
    properties: {
      id,
      name,
      ...(parent ? { parent } : {}),
      residents: sum(ids, "einwohner"),
      households: sum(ids, "haushalte"),
      areaSquareMetres: Math.round(areaOf(polygons)),
    },
    geometry: areaGeometry(polygons),
  });
  return {
    quartiere: {
      features: city.quartiere.map(({ quartier: q, polygons }) => feature(q.id, q.name, q.parent, [q.id], polygons)),
    },
    stadtbezirke: {
      features: city.stadtbezirke.map(({ bezirk: b, polygons }) =>
        feature(
          b.id,
          b.name,
          undefined,
          QUARTIERE.filter((q) => q.parent === b.id).map((q) => q.id),
          polygons,
        ),
      ),
    },
  };
}

/** All files of the package: name → text. The same seed gives the same bytes. */
export function makeModelCity({ seed = 1, residents = 80000 } = {}) {
  const city = buildCity({ seed, residents });
  const chains = drawNetwork(city.land, city.graph, city.island);
  const places = setPlaces(seed, chains, city.quartiere, city.cells);
  const observed = observe(seed, city.cells, places);
  const areas = areaFeatures(city, observed);
  const einwohner = {
    columns: ["x", "y", "einwohner", ...AGE_GROUPS.map((group) => `alter_${group.replace("-", "_")}`)],
    rows: city.cells.map((cell) => [cell.x, cell.y, cell.residents, ...cell.groups]),
  };
  const tables = {
    anlaufpunkte: placeTable(places),
    einwohner,
    indikatoren: indicatorTable(),
    werte: longTable(observed),
    bestand: wideTable(observed),
    zieleNorderstedt: goalTable(NORDERSTEDT),
    zieleQuartiersmanagement: goalTable(QUARTIERSMANAGEMENT),
    vorhaben: vorhabenTable(),
    termine: termineTable(seed),
    akteure: akteureTable(),
    szenarien: scenarioTable(places, city.cells),
  };
  return {
    "datapackage.json": `${JSON.stringify(describePackage({ seed, tables }), undefined, 1)}\n`,
    "quartiere.geojson": toGeoJson(areas.quartiere),
    "stadtbezirke.geojson": toGeoJson(areas.stadtbezirke),
    "anlaufpunkte.csv": toCsv(tables.anlaufpunkte),
    "einwohner-100m.csv": toCsv(einwohner, ";"),
    "indikatoren.csv": toCsv(tables.indikatoren),
    "werte.csv": toCsv(tables.werte, ";"),
    "bestand.csv": toCsv(tables.bestand, ";"),
    "ziele-norderstedt.csv": toCsv(tables.zieleNorderstedt),
    "ziele-quartiersmanagement.csv": toCsv(tables.zieleQuartiersmanagement),
    "vorhaben.csv": toCsv(tables.vorhaben),
    "termine.csv": toCsv(tables.termine),
    "akteure.csv": toCsv(tables.akteure),
    "szenarien.csv": toCsv(tables.szenarien),
    "wegenetz.geojson": toGeoJson(networkFeatures(chains)),
    "hintergrund.geojson": toGeoJson(drawBackground(city.land, city.raster, city.mainLines, city.graph, city.island)),
  };
}
