import { loadCityMap } from "../db/load-city-map.ts";
import { loadCoverage } from "../db/load-coverage.ts";
import { loadRecords } from "../db/load-records.ts";
import { loadReports } from "../db/load-reports.ts";
import { loadSupply } from "../db/load-supply.ts";
import type { CoverageAnswer } from "../state/coverage-answer.ts";
import { type App, changeTransient, notify } from "./app.ts";
import { CELLS_AT_MOST, storedSupply } from "./stored-supply.ts";

/**
 * Brings everything that was read into the database. The kernels have answered before; what joins and adds up over the years waits
 * for this. When it fails, the map and the coverage stay.
 */
export async function loadDatabase(app: App, signal: AbortSignal): Promise<void> {
  const { map, supply, records, reports, issues } = app.store.getState().document;
  if (!map || !supply || !records) throw new Error("the package has not been read to its end");
  changeTransient(app, { database: "loading" });
  try {
    const database = await app.services.database();
    await loadCityMap(database, map, { signal });
    await loadSupply(database, storedSupply(supply), { signal });
    await loadRecords(database, records, { signal });
    await loadReports(database, reports, issues, { signal });
    changeTransient(app, { database: "ready" });
    keepCoverageStored(app, signal);
  } catch (error) {
    signal.throwIfAborted();
    changeTransient(app, { database: "failed" });
    notify(app, "error", {
      key: "database-failed",
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}

/** While the reach is being tried out, only the last measurement is worth storing. */
const SETTLED_MS = 600;

function keepCoverageStored(app: App, signal: AbortSignal): void {
  let stored: CoverageAnswer | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const { view, transient } = app.store.getState();
    const { coverage } = transient;
    // The database holds what the package holds: a what-if stays outside.
    if (!coverage || coverage === stored || coverage.demand.row.length > CELLS_AT_MOST) return;
    if (transient.drag || view.scenario !== undefined) return;
    stored = coverage;
    clearTimeout(timer);
    timer = setTimeout(() => void storeCoverage(app, coverage, signal), SETTLED_MS);
  };
  const stop = app.store.subscribe(look);
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    stop();
  });
  look();
}

async function storeCoverage(app: App, answer: CoverageAnswer, signal: AbortSignal): Promise<void> {
  const { supply } = app.store.getState().document;
  if (!supply || signal.aborted) return;
  const { coverage, demand } = answer;
  const { areas, points } = coverage;
  const positions = new Map(supply.anlaufpunkte.map((place, index) => [place.id, index]));
  const place = Int32Array.from(answer.places, ({ id }) => positions.get(id) ?? -1);
  try {
    const database = await app.services.database();
    await loadCoverage(
      database,
      {
        run: {
          level: answer.levelId,
          reachMetres: answer.reach,
          kinds: answer.kinds,
          detour: coverage.settings.detour,
        },
        cells: {
          row: demand.row,
          area: demand.area,
          distance: points.distance,
          nearest: { length: points.nearest.length, valueAt: (point) => place[points.nearest[point] ?? -1] ?? -1 },
          residents: demand.residents,
        },
        places: { place, area: coverage.siteArea },
        areas: {
          residents: areas.residents,
          anlaufpunkteInside: areas.anlaufpunkteInside,
          residentsReached: areas.reached,
          nearestMedianMetres: areas.nearestMedian,
          nearestP90Metres: areas.nearestP90,
          basis: areas.basis.map((basis) => basis ?? ""),
          status: areas.status,
        },
      },
      { signal },
    );
  } catch (error) {
    if (!signal.aborted) notify(app, "error", { key: "database-failed", reason: String(error) });
  }
}
