// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import proj4 from "proj4";

/**
 * @typedef {{
 *   name: string,
 *   areas: { id: string, rings: number[][][] }[],
 *   cells: { lon: number[], lat: number[], residents: number[] },
 *   sites: { lon: number[], lat: number[] },
 * }} CityInput
 */

const BERLIN = fileURLToPath(new URL("../../../shared/data/berlin/", import.meta.url));
const LAEA = "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs";

/**
 * Berlin where its data stand beside the repository, else an invented city of the same size: 448 areas, 35,727 cells, 416 places.
 *
 * @returns {CityInput}
 */
export function cityInput() {
  return existsSync(BERLIN) ? berlin() : invented();
}

/** @returns {CityInput} */
function berlin() {
  const { features } = JSON.parse(readFileSync(`${BERLIN}planungsraeume.geojson`, "utf8"));
  /** @type {{ properties: { plr_id: string }, geometry: { coordinates: number[][][] } }[]} */
  const sorted = features.sort((/** @type {any} */ a, /** @type {any} */ b) =>
    a.properties.plr_id < b.properties.plr_id ? -1 : 1,
  );
  const cells = rows("population_100m.csv").map((row) => ({
    place: proj4(LAEA, "WGS84", [Number(row.x_3035), Number(row.y_3035)]),
    residents: Number(row.residents),
  }));
  const sites = rows("anlaufpunkte.csv").filter((row) => row.art === "community_centre");
  return {
    name: "Berlin",
    areas: sorted.map(({ properties, geometry }) => ({ id: properties.plr_id, rings: geometry.coordinates })),
    cells: {
      lon: cells.map(({ place }) => place[0] ?? Number.NaN),
      lat: cells.map(({ place }) => place[1] ?? Number.NaN),
      residents: cells.map(({ residents }) => residents),
    },
    sites: { lon: sites.map((row) => Number(row.lon)), lat: sites.map((row) => Number(row.lat)) },
  };
}

/**
 * @param {string} file
 * @returns {Record<string, string>[]}
 */
function rows(file) {
  const text = readFileSync(BERLIN + file, "utf8");
  return Papa.parse(text, { header: true, skipEmptyLines: true }).data.map((row) => /** @type {any} */ (row));
}

/** @returns {CityInput} */
function invented() {
  let seed = 448;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const columns = 28;
  const width = 0.67 / columns;
  const height = 0.34 / 16;
  // Borders are waves, the same seen from both sides: about 24 vertices each, as in the simplified real boundaries.
  const wave = (/** @type {number} */ along, /** @type {number} */ line) => 0.2 * Math.sin(along * 2.9 + line * 1.7);
  /** @type {(u: number, v: number) => number[]} */
  const corner = (u, v) => [13.09 + width * (u + wave(v, u)), 52.34 + height * (v + wave(u, v))];
  const areas = Array.from({ length: columns * 16 }, (_, k) => {
    const u = k % columns;
    const v = Math.floor(k / columns);
    const steps = [0, 1, 2, 3, 4, 5].map((step) => step / 6);
    const ring = [
      ...steps.map((t) => corner(u + t, v)),
      ...steps.map((t) => corner(u + 1, v + t)),
      ...steps.map((t) => corner(u + 1 - t, v + 1)),
      ...steps.map((t) => corner(u, v + 1 - t)),
    ];
    return { id: String(k).padStart(4, "0"), rings: [[...ring, ring[0] ?? []]] };
  });
  const lon = () => 13.09 + 0.67 * ((random() + random()) / 2);
  const lat = () => 52.34 + 0.34 * ((random() + random()) / 2);
  const cells = Array.from({ length: 35_727 }, () => ({
    lon: lon(),
    lat: lat(),
    residents: Math.floor(random() * 200),
  }));
  return {
    name: "an invented city of Berlin's size",
    areas,
    cells: {
      lon: cells.map((cell) => cell.lon),
      lat: cells.map((cell) => cell.lat),
      residents: cells.map((cell) => cell.residents),
    },
    sites: { lon: Array.from({ length: 416 }, lon), lat: Array.from({ length: 416 }, lat) },
  };
}
