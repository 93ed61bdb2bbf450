import type { CityRecords } from "../domain/city.ts";
import type { Database, QueryOptions } from "./database.ts";
import { deriveValues } from "./derived-tables.ts";
import { createTable, replaceRows } from "./table.ts";
import { akteureTable, akteurRows } from "./tables/akteure.ts";
import { goalIndicatorRows, goalIndicatorsTable } from "./tables/goal-indicators.ts";
import { goalRows, goalsTable } from "./tables/goals.ts";
import { indicatorRows, indicatorsTable } from "./tables/indicators.ts";
import { networkEdgeRows, networkEdgesTable } from "./tables/network-edges.ts";
import { observationRows, observationsTable } from "./tables/observations.ts";
import { termineTable, terminRows } from "./tables/termine.ts";
import { vorhabenRows, vorhabenTable } from "./tables/vorhaben.ts";
import { vorhabenGoalRows, vorhabenGoalsTable } from "./tables/vorhaben-goals.ts";
import { vorhabenSozialraeumeTable, vorhabenSozialraumRows } from "./tables/vorhaben-sozialraeume.ts";

/**
 * Fills indicators, observations, goals, Vorhaben, Termine, Akteure and the network's edges anew.
 * @throws when the id of an indicator, goal or Vorhaben occurs twice, or the signal's reason; then the tables stand unchanged.
 */
export async function loadRecords(db: Database, records: CityRecords, options?: QueryOptions): Promise<void> {
  await db.transaction(async (session) => {
    await replaceRows(session, indicatorsTable, indicatorRows(records.indicators));
    await replaceRows(session, observationsTable, observationRows(records.observations));
    await deriveValues(session);
    await replaceRows(session, goalsTable, goalRows(records.goals));
    await replaceRows(session, goalIndicatorsTable, goalIndicatorRows(records.goals, records.indicators));
    await replaceRows(session, vorhabenTable, vorhabenRows(records.vorhaben));
    await replaceRows(session, vorhabenSozialraeumeTable, vorhabenSozialraumRows(records.vorhaben));
    await replaceRows(session, vorhabenGoalsTable, vorhabenGoalRows(records.vorhaben));
    await replaceRows(session, termineTable, terminRows(records.termine));
    await replaceRows(session, akteureTable, akteurRows(records.akteure));
    if (records.network) await replaceRows(session, networkEdgesTable, networkEdgeRows(records.network));
    else await createTable(session, networkEdgesTable);
  }, options);
}
