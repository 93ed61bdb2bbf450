// @ts-check
import { cityInput } from "./city-input.mjs";
import { runInPage } from "./kernel-page.mjs";
import { findPostgis, startCluster } from "./postgis-cluster.mjs";

export const id = "coverage-postgis";

const REACH = 800;
const RUNS = 7;
/** ETRS89 / UTM 33N, the official plane of Berlin: up to 0.04 % shorter than the ground on its meridian, 0.1 % longer 3° beside it. */
const UTM = 25833;
const LARGEST_SCALE_ERROR = 0.0004;

const WAYS = `
  SELECT cell.row, cell.area, cell.residents, nearest.metres
  FROM cells AS cell CROSS JOIN LATERAL (
    SELECT cell.geom <-> place.geom AS metres FROM places AS place ORDER BY cell.geom <-> place.geom LIMIT 1
  ) AS nearest`;

const COVERAGE = `
  WITH ways AS MATERIALIZED (${WAYS})
  SELECT area, coalesce(sum(residents) FILTER (WHERE metres <= ${REACH}), 0) AS reached, sum(residents) AS residents
  FROM ways GROUP BY area ORDER BY area`;

/** @param {import("./run.mjs").Surroundings} surroundings */
export async function run({ browser }) {
  const programs = findPostgis();
  if (!programs) {
    console.log(
      `\n${id}: skipped, as no PostgreSQL with PostGIS is installed (Debian: apt-get install postgresql-15-postgis-3)`,
    );
    return [];
  }
  const city = cityInput();
  /** @type {{ milliseconds: number, area: number[], metres: number[], reached: number[] }} */
  const ours = await runInPage(browser, new URL("./kernels/berlin-ways.ts", import.meta.url), { city, reach: REACH });
  const cluster = await startCluster(programs);
  try {
    const { query } = cluster;
    await query(setUp(city, ours.area));
    const version = (await query("SELECT postgis_lib_version()")).trim();
    const theirs = (await query(`SELECT row, metres FROM (${WAYS}) AS ways ORDER BY row`))
      .trim()
      .split("\n")
      .map((line) => Number(line.split("|")[1]));
    const farthest = compareWays(ours.metres, theirs);
    compareSums(city, ours, await query(COVERAGE));
    const times = executionTimes(
      await query(`${`EXPLAIN (ANALYZE, TIMING OFF) ${COVERAGE};\n`.repeat(RUNS + 2)}`),
    ).slice(2);
    times.sort((a, b) => a - b);
    const median = times[Math.floor(RUNS / 2)] ?? Number.NaN;
    return {
      id,
      what: `full coverage of ${city.name}: ${city.cells.lon.length} cells × ${city.sites.lon.length} places, as a KNN join of PostGIS ${version} and here`,
      value: ours.milliseconds,
      unit: "ms",
      ratios: { "KNN join in PostGIS, GiST, warm": median / ours.milliseconds },
      notes: [
        `PostGIS ${median.toFixed(0)} ms, median of ${RUNS} runs on the server's own clock, without quantiles and without sending the answer`,
        `same answers: all ${ours.metres.length} ways within the scale error of UTM (at most ${(farthest * 100).toFixed(3)} %), sums of all areas but for cells that lie as near to the reach`,
      ],
    };
  } finally {
    await cluster.remove();
  }
}

/**
 * @param {import("./city-input.mjs").CityInput} city
 * @param {number[]} area of each cell; −1 = none
 */
function setUp({ cells, sites }, area) {
  const placed = (/** @type {number | undefined} */ lon, /** @type {number | undefined} */ lat) =>
    `ST_Transform(ST_SetSRID(ST_MakePoint(${lon}, ${lat}), 4326), ${UTM})`;
  const cellRows = cells.lon.map(
    (lon, row) => `${row}\t${area[row]}\t${cells.residents[row]}\t${lon}\t${cells.lat[row]}`,
  );
  const siteRows = sites.lon.map((lon, row) => `(${placed(lon, sites.lat[row])})`);
  return `
    CREATE EXTENSION postgis;
    CREATE TABLE given (row int, area int, residents float8, lon float8, lat float8);
    COPY given FROM STDIN;
${cellRows.join("\n")}
\\.
    CREATE TABLE cells AS SELECT row, area, residents, ST_Transform(ST_SetSRID(ST_MakePoint(lon, lat), 4326), ${UTM}) AS geom FROM given;
    CREATE TABLE places (geom geometry(Point, ${UTM}));
    INSERT INTO places VALUES ${siteRows.join(", ")};
    CREATE INDEX ON places USING gist (geom);
    CREATE INDEX ON cells USING gist (geom);
    VACUUM ANALYZE;
  `;
}

/**
 * @param {number[]} ours
 * @param {number[]} theirs
 * @returns {number} the largest difference as a share
 */
function compareWays(ours, theirs) {
  if (ours.length !== theirs.length) throw new Error(`${ours.length} ways here, ${theirs.length} there`);
  return ours.reduce((most, metres, row) => {
    const other = theirs[row] ?? Number.NaN;
    // Ours are whole millimetres.
    const beyond = Math.abs(metres - other) - 0.001;
    if (!(beyond <= metres * LARGEST_SCALE_ERROR))
      throw new Error(`cell ${row}: ${metres} m here, ${other} m in PostGIS`);
    return beyond > 0 ? Math.max(most, beyond / metres) : most;
  }, 0);
}

/**
 * Residents reached per area: equal where no cell lies so near to the reach that the plane decides.
 *
 * @param {import("./city-input.mjs").CityInput} city
 * @param {{ area: number[], metres: number[], reached: number[] }} ours
 * @param {string} answer
 */
function compareSums({ cells }, { area, metres, reached }, answer) {
  const doubtful = new Map();
  metres.forEach((way, row) => {
    if (Math.abs(way - REACH) > REACH * LARGEST_SCALE_ERROR + 0.001) return;
    doubtful.set(area[row], (doubtful.get(area[row]) ?? 0) + (cells.residents[row] ?? 0));
  });
  let compared = 0;
  for (const line of answer.trim().split("\n")) {
    const [a = -1, sum = Number.NaN] = line.split("|").map(Number);
    if (a < 0) continue;
    const difference = Math.abs(sum - (reached[a] ?? Number.NaN));
    if (!(difference <= (doubtful.get(a) ?? 0) + 1e-6))
      throw new Error(`area ${a}: ${reached[a]} here, ${sum} in PostGIS`);
    compared++;
  }
  if (compared === 0) throw new Error("PostGIS gave no sums");
}

/** @param {string} explained */
function executionTimes(explained) {
  return [...explained.matchAll(/Execution Time: ([\d.]+) ms/g)].map((match) => Number(match[1]));
}
