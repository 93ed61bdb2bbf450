import type { Database, QueryOptions } from "../database.ts";

/** Rows of a table that came from one resource. */
export interface ResourceRows {
  readonly resource: string;
  readonly table: string;
  readonly rows: number;
}

const TABLES = [
  "sozialraeume",
  "anlaufpunkte",
  "indicators",
  "observations",
  "goals",
  "vorhaben",
  "termine",
  "akteure",
  "network_edges",
] as const;

/**
 * What is really in the database, by resource and table; a wide resource of observations has several rows per row of its file.
 * Backgrounds are drawn, not stored, and have none.
 * @throws the database's error, or the signal's reason.
 */
export async function resourceRows(db: Database, options?: QueryOptions): Promise<ResourceRows[]> {
  const counts = TABLES.map(
    (table) => `SELECT resource, '${table}' AS "table", count(*) AS "rows" FROM ${table} GROUP BY resource`,
  );
  counts.push(`SELECT resource, 'population', (SELECT count(*) FROM population) FROM population_origin`);
  const result = await db.query(`${counts.join(" UNION ALL ")} ORDER BY resource, "table"`, [], options);
  return result.rows({ resource: "text", table: "text", rows: "number" });
}
