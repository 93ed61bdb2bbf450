import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import type { Sites } from "../../../src/analysis/coverage/coverage.ts";
import type { Network } from "../../../src/domain/network.ts";
import { sharedData } from "../../shared-data.ts";

/* The least reading that the kernels' tests need; the product's own readers are tested elsewhere and do not enter here. */

const modellstadt = fileURLToPath(new URL("../../../data/modellstadt/", import.meta.url));

function networkFrom(path: string): Network {
  const { features } = JSON.parse(readFileSync(path, "utf8")) as GeoJSON.FeatureCollection<GeoJSON.LineString>;
  const lineStarts = [0];
  for (const { geometry } of features) lineStarts.push((lineStarts.at(-1) as number) + geometry.coordinates.length);
  const classes = ["", ...new Set(features.map(({ properties }) => String(properties?.class ?? "")))];
  return {
    coordinates: Float64Array.from(features.flatMap(({ geometry }) => geometry.coordinates.flat())),
    lineStarts: Uint32Array.from(lineStarts),
    lengthMetres: Float64Array.from(features, ({ properties }) => Number(properties?.length_m ?? Number.NaN)),
    classIndex: Uint8Array.from(features, ({ properties }) => classes.indexOf(String(properties?.class ?? ""))),
    classes,
    oneWay: Uint8Array.from(features, ({ properties }) => (properties?.oneWay === true ? 1 : 0)),
    resource: "test",
  };
}

function placesFrom(path: string): Sites {
  const rows = Papa.parse<Record<string, string>>(readFileSync(path, "utf8"), {
    header: true,
    skipEmptyLines: true,
  }).data;
  return {
    lon: Float64Array.from(rows, (row) => Number(row.lon)),
    lat: Float64Array.from(rows, (row) => Number(row.lat)),
  };
}

export const koelnNetwork = (): Network => networkFrom(sharedData("koeln/strassen.geojson"));
export const koelnPlaces = (): Sites => placesFrom(sharedData("koeln/anlaufpunkte.csv"));
export const modellstadtNetwork = (): Network => networkFrom(`${modellstadt}wegenetz.geojson`);
