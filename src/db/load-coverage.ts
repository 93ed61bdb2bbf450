import type { Database, QueryOptions } from "./database.ts";
import { createTable, replaceRows } from "./table.ts";
import { type CoverageAreas, coverageRows, coverageTable } from "./tables/coverage.ts";
import { type CoverageCells, coverageCellRows, coverageCellsTable } from "./tables/coverage-cells.ts";
import { type CoveragePlaces, coveragePlaceRows, coveragePlacesTable } from "./tables/coverage-places.ts";
import { type CoverageRun, coverageRunRows, coverageRunTable } from "./tables/coverage-run.ts";

/**
 * Fills the coverage tables anew with one measurement: what was asked, its cells, the places that counted and, where the kernel has
 * summed them up, the areas.
 * @throws when arrays of one table differ in length, or the signal's reason.
 */
export async function loadCoverage(
  db: Database,
  coverage: {
    readonly run: CoverageRun;
    readonly cells: CoverageCells;
    readonly places: CoveragePlaces;
    readonly areas?: CoverageAreas | undefined;
  },
  options?: QueryOptions,
): Promise<void> {
  await db.transaction(async (session) => {
    await replaceRows(session, coverageRunTable, coverageRunRows(coverage.run));
    await replaceRows(session, coverageCellsTable, coverageCellRows(coverage.cells));
    await replaceRows(session, coveragePlacesTable, coveragePlaceRows(coverage.places));
    if (coverage.areas) await replaceRows(session, coverageTable, coverageRows(coverage.areas));
    else await createTable(session, coverageTable);
  }, options);
}
