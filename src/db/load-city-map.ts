import type { CityMap } from "../domain/city.ts";
import type { Database, QueryOptions } from "./database.ts";
import { deriveHierarchy, deriveValues } from "./derived-tables.ts";
import { createTable, insertRows, type Table } from "./table.ts";
import { akteureTable } from "./tables/akteure.ts";
import { anlaufpunkteTable } from "./tables/anlaufpunkte.ts";
import { coverageTable } from "./tables/coverage.ts";
import { coverageCellsTable } from "./tables/coverage-cells.ts";
import { coveragePlacesTable } from "./tables/coverage-places.ts";
import { coverageRunTable } from "./tables/coverage-run.ts";
import { goalIndicatorsTable } from "./tables/goal-indicators.ts";
import { goalsTable } from "./tables/goals.ts";
import { indicatorsTable } from "./tables/indicators.ts";
import { issuesTable } from "./tables/issues.ts";
import { levelRows, levelsTable } from "./tables/levels.ts";
import { networkEdgesTable } from "./tables/network-edges.ts";
import { observationsTable } from "./tables/observations.ts";
import { populationTable } from "./tables/population.ts";
import { populationGroupsTable } from "./tables/population-groups.ts";
import { populationOriginTable } from "./tables/population-origin.ts";
import { resourcesTable } from "./tables/resources.ts";
import { sozialraeumeTable, sozialraumRows } from "./tables/sozialraeume.ts";
import { termineTable } from "./tables/termine.ts";
import { vorhabenTable } from "./tables/vorhaben.ts";
import { vorhabenGoalsTable } from "./tables/vorhaben-goals.ts";
import { vorhabenSozialraeumeTable } from "./tables/vorhaben-sozialraeume.ts";

const TABLES: readonly Table[] = [
  levelsTable,
  sozialraeumeTable,
  anlaufpunkteTable,
  populationTable,
  populationOriginTable,
  populationGroupsTable(undefined),
  indicatorsTable,
  observationsTable,
  goalsTable,
  goalIndicatorsTable,
  vorhabenTable,
  vorhabenSozialraeumeTable,
  vorhabenGoalsTable,
  termineTable,
  akteureTable,
  networkEdgesTable,
  resourcesTable,
  issuesTable,
  coverageRunTable,
  coverageTable,
  coverageCellsTable,
  coveragePlacesTable,
];

/**
 * Begins a city: creates every table anew (what stood there before is gone), fills levels and Sozialräume. Comes before the other
 * loads; every question can be asked from then on and answers from what is there.
 * @throws when an area occurs twice in a level, or the signal's reason; then the city before stands unchanged.
 */
export async function loadCityMap(db: Database, map: CityMap, options?: QueryOptions): Promise<void> {
  await db.transaction(async (session) => {
    for (const table of TABLES) await createTable(session, table);
    await insertRows(session, levelsTable, levelRows(map.levels));
    await insertRows(session, sozialraeumeTable, sozialraumRows(map.levels));
    await deriveHierarchy(session);
    await deriveValues(session);
  }, options);
}
