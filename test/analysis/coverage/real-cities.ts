import { readFileSync } from "node:fs";
import Papa from "papaparse";
import proj4 from "proj4";
import type { Sites } from "../../../src/analysis/coverage/coverage.ts";
import type { Population } from "../../../src/domain/population.ts";
import type { Level } from "../../../src/domain/sozialraum.ts";
import { shapesFromGeojson } from "../../../src/geo/shapes-from-geojson.ts";
import { sharedData } from "../../shared-data.ts";

/* The least reading that the kernels' tests need; the product's own readers are tested elsewhere and do not enter here. */

proj4.defs("EPSG:3035", "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs");

const ORIGIN = { resource: "test", title: "test", sources: [], licences: [] };

function rowsOf(path: string): Record<string, string>[] {
  const text = readFileSync(sharedData(path), "utf8");
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

function readLevel(
  path: string,
  id: string,
  columns: { id: string; parent?: string; residents?: string },
  more: { parentLevel?: string; period?: string } = {},
): Level {
  const { features } = JSON.parse(readFileSync(sharedData(path), "utf8")) as GeoJSON.FeatureCollection;
  const sorted = features
    .map((feature) => ({ key: String(feature.properties?.[columns.id]), feature }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    id,
    title: { de: id, en: id },
    parentLevel: more.parentLevel,
    sozialraeume: sorted.map(({ key, feature }) => ({
      id: key,
      name: key,
      parent: columns.parent ? String(feature.properties?.[columns.parent]) : undefined,
      residents: columns.residents ? Number(feature.properties?.[columns.residents]) : undefined,
    })),
    shapes: shapesFromGeojson(sorted.map(({ feature }) => feature.geometry)),
    origin: { ...ORIGIN, period: more.period },
  };
}

function readPopulation(path: string): Population {
  const rows = rowsOf(path);
  const degrees = rows.map((row) => proj4("EPSG:3035", "WGS84", [Number(row.x_3035), Number(row.y_3035)]));
  return {
    lon: Float64Array.from(degrees, (place) => place[0] as number),
    lat: Float64Array.from(degrees, (place) => place[1] as number),
    residents: Float64Array.from(rows, (row) => Number(row.residents)),
    suppressed: new Uint8Array(rows.length),
    cellSizeMetres: Float64Array.from(rows, (row) => Number(row.cell_m)),
    groups: [],
    basis: "cells",
    origin: { ...ORIGIN, period: "2011" },
  };
}

function readSites(path: string, column: string, kind: string): Sites {
  const rows = rowsOf(path).filter((row) => row[column] === kind);
  return {
    lon: Float64Array.from(rows, (row) => Number(row.lon)),
    lat: Float64Array.from(rows, (row) => Number(row.lat)),
  };
}

/** Boundaries in the order of the level: ascending by id. */
export function geometriesOf(path: string, id: string): GeoJSON.Polygon[] {
  const { features } = JSON.parse(readFileSync(sharedData(path), "utf8")) as GeoJSON.FeatureCollection<GeoJSON.Polygon>;
  return features
    .sort((a, b) => (String(a.properties?.[id]) < String(b.properties?.[id]) ? -1 : 1))
    .map((feature) => feature.geometry);
}

export const berlin = {
  levels: (): Level[] => [
    readLevel(
      "berlin/planungsraeume.geojson",
      "planungsraum",
      { id: "plr_id", parent: "bzr_id", residents: "residents_2020" },
      { parentLevel: "bezirksregion", period: "2020" },
    ),
    readLevel(
      "berlin/bezirksregionen.geojson",
      "bezirksregion",
      { id: "id", parent: "bez_id", residents: "residents_2020" },
      { parentLevel: "bezirk", period: "2020" },
    ),
    readLevel("berlin/bezirke.geojson", "bezirk", { id: "id", residents: "residents_2020" }, { period: "2020" }),
  ],
  population: (): Population => readPopulation("berlin/population_100m.csv"),
  quartierszentren: (): Sites => readSites("berlin/anlaufpunkte.csv", "art", "community_centre"),
};

export const koeln = {
  levels: (): Level[] => [readLevel("koeln/stadtteile.geojson", "stadtteil", { id: "STT_NR" })],
  population: (): Population => readPopulation("koeln/population_100m.csv"),
  schulen: (): Sites => readSites("koeln/anlaufpunkte.csv", "kind", "schule"),
};
