// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import proj4 from "proj4";

/**
 * @typedef {{
 *   name: string,
 *   lines: number[][][],
 *   lengths: (number | null)[],
 *   oneWay: number[],
 *   cells: { lon: number[], lat: number[] },
 *   sites: { lon: number[], lat: number[] },
 * }} NetworkInput
 */

const KOELN = fileURLToPath(new URL("../../../shared/data/koeln/", import.meta.url));
const MODELLSTADT = fileURLToPath(new URL("../../data/modellstadt/", import.meta.url));
const LAEA = "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs";
const UTM32 = "+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs";

/**
 * Köln, where its data stand beside the repository, and the model city.
 *
 * @returns {NetworkInput[]}
 */
export function networkInputs() {
  const modellstadt = networkInput("the model city", {
    lines: `${MODELLSTADT}wegenetz.geojson`,
    sites: `${MODELLSTADT}anlaufpunkte.csv`,
    cells: rows(`${MODELLSTADT}einwohner-100m.csv`).map((row) => proj4(UTM32, "WGS84", [Number(row.x), Number(row.y)])),
  });
  if (!existsSync(KOELN)) return [modellstadt];
  const koeln = networkInput("Köln", {
    lines: `${KOELN}strassen.geojson`,
    sites: `${KOELN}anlaufpunkte.csv`,
    cells: rows(`${KOELN}population_100m.csv`).map((row) =>
      proj4(LAEA, "WGS84", [Number(row.x_3035), Number(row.y_3035)]),
    ),
  });
  return [koeln, modellstadt];
}

/**
 * @param {string} name
 * @param {{ lines: string, sites: string, cells: number[][] }} parts
 * @returns {NetworkInput}
 */
function networkInput(name, { lines, sites, cells }) {
  const { features } = JSON.parse(readFileSync(lines, "utf8"));
  const places = rows(sites);
  return {
    name,
    lines: features.map((/** @type {any} */ { geometry }) => geometry.coordinates),
    lengths: features.map((/** @type {any} */ { properties }) => properties.length_m ?? null),
    oneWay: features.map((/** @type {any} */ { properties }) => (properties.oneWay === true ? 1 : 0)),
    cells: { lon: cells.map((cell) => cell[0] ?? Number.NaN), lat: cells.map((cell) => cell[1] ?? Number.NaN) },
    sites: { lon: places.map((row) => Number(row.lon)), lat: places.map((row) => Number(row.lat)) },
  };
}

/**
 * @param {string} file
 * @returns {Record<string, string>[]}
 */
function rows(file) {
  return Papa.parse(readFileSync(file, "utf8"), { header: true, skipEmptyLines: true }).data.map(
    (row) => /** @type {any} */ (row),
  );
}
