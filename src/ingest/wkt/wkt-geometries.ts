import { wktToGeoJSON } from "betterknown";
import { IssueLog } from "../issue-log.ts";
import type { RawColumn, RawTable } from "../raw-table.ts";

/** How a geometry begins in Well-Known Text; PostGIS writes the system before it (EWKT). */
const WKT =
  /^\s*(?:SRID=(\d+)\s*;)?\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\s*(?:[ZM]{1,2}\s*)?(?:\(|EMPTY)/i;
const SRID = /^\s*SRID=(\d+)\s*;/i;
/** Cells that are looked at. */
const LOOKED_AT = 20;

/**
 * A table of text with a column of geometries in Well-Known Text becomes one with geometries: the column that is named, else the first of
 * which every cell begins like one. A cell that cannot be read leaves its row without geometry, and is told.
 * @param named the column that holds them
 */
export function withWktGeometries(table: RawTable, source: string, named?: string): RawTable {
  if (table.geometries) return table;
  const column =
    named === undefined
      ? table.columns.find(({ texts }) => holdsWkt(texts))
      : table.columns.find(({ name }) => name.trim().toLowerCase() === named.trim().toLowerCase());
  if (!column) return table;
  const log = new IssueLog(source);
  const systems = new Map<string, number>();
  for (const text of column.texts) {
    const srid = SRID.exec(text)?.[1];
    if (srid !== undefined) systems.set(srid, (systems.get(srid) ?? 0) + 1);
  }
  const srid = [...systems].sort((a, b) => b[1] - a[1])[0]?.[0];
  return {
    ...table,
    columns: table.columns.filter((each) => each !== column),
    geometries: column.texts.map((text, row) => geometryOf(text, srid, { table, column, row, log })),
    crs: srid === undefined ? table.crs : `EPSG:${srid}`,
    issues: [...table.issues, ...log.list()],
  };
}

function holdsWkt(texts: readonly string[]): boolean {
  let looked = 0;
  for (const text of texts) {
    if (text.trim() === "") continue;
    if (!WKT.test(text)) return false;
    if (++looked >= LOOKED_AT) break;
  }
  return looked > 0;
}

interface Place {
  readonly table: RawTable;
  readonly column: RawColumn;
  readonly row: number;
  readonly log: IssueLog;
}

function geometryOf(
  text: string,
  srid: string | undefined,
  { table, column, row, log }: Place,
): GeoJSON.Geometry | null {
  if (text.trim() === "") return null;
  const details = { row: table.lineOf(row), column: column.name };
  const own = SRID.exec(text)?.[1];
  if (own !== undefined && own !== srid) {
    // One file, one system: numbers of another would lie elsewhere.
    log.add("geometry-unusable", { ...details, context: { reason: "other-crs", crs: `EPSG:${own}` } });
    return null;
  }
  try {
    return wktToGeoJSON(text.replace(SRID, "").trim());
  } catch {
    const reason = /CURVE|CIRCULARSTRING|SURFACE|TIN|TRIANGLE/i.test(text.slice(0, 60)) ? "curve" : "malformed";
    log.add("geometry-unusable", { ...details, context: { reason } });
    return null;
  }
}
