import type { CitySupply } from "../domain/city.ts";
import type { Database, QueryOptions } from "./database.ts";
import { createTable, insertRows, replaceRows } from "./table.ts";
import { anlaufpunkteTable, anlaufpunktRows } from "./tables/anlaufpunkte.ts";
import { populationRows, populationTable } from "./tables/population.ts";
import { populationGroupRows, populationGroupsTable } from "./tables/population-groups.ts";
import { populationOriginRows, populationOriginTable } from "./tables/population-origin.ts";

/**
 * Fills anlaufpunkte, population, population_origin and population_groups anew.
 * @throws when a place's id occurs twice, or the signal's reason; then the tables stand unchanged.
 */
export async function loadSupply(db: Database, supply: CitySupply, options?: QueryOptions): Promise<void> {
  const { population } = supply;
  await db.transaction(async (session) => {
    await replaceRows(session, anlaufpunkteTable, anlaufpunktRows(supply.anlaufpunkte));
    await createTable(session, populationTable);
    await createTable(session, populationOriginTable);
    const groups = populationGroupsTable(population);
    await createTable(session, groups);
    if (population === undefined) return;
    await insertRows(session, populationTable, populationRows(population));
    await insertRows(session, populationOriginTable, populationOriginRows(population));
    await insertRows(session, groups, populationGroupRows(population));
  }, options);
}
