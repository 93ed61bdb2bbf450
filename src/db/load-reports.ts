import type { ResourceReport } from "../domain/city.ts";
import type { Issue } from "../domain/issue.ts";
import type { Database, QueryOptions } from "./database.ts";
import { replaceRows } from "./table.ts";
import { issueRows, issuesTable } from "./tables/issues.ts";
import { resourceRows, resourcesTable } from "./tables/resources.ts";

/** Fills resources and issues anew. @throws the signal's reason. */
export async function loadReports(
  db: Database,
  reports: readonly ResourceReport[],
  issues: readonly Issue[],
  options?: QueryOptions,
): Promise<void> {
  await db.transaction(async (session) => {
    await replaceRows(session, resourcesTable, resourceRows(reports));
    await replaceRows(session, issuesTable, issueRows(issues));
  }, options);
}
