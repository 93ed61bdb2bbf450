import type { OriginLine, RowBoundaries, SavedTable } from "../domain/saved-table.ts";
import { rightHandArea } from "../geo/right-hand-area.ts";
import { machineValue } from "./machine-value.ts";

/**
 * The rows as features after RFC 7946, the boundary of a Sozialraum as geometry, its id as the id; what is missing is null. Where it comes
 * from stands in a foreign member `provenance`.
 */
export function tableGeojson(
  { columns, rows, sozialraeume }: SavedTable,
  boundaries: RowBoundaries | undefined,
  provenance: readonly OriginLine[],
): Uint8Array<ArrayBuffer> {
  const features = rows.map((row, r) => {
    const area = boundaries?.areas[r];
    return {
      type: "Feature",
      id: sozialraeume[r],
      // fromEntries defines own properties, so a column called __proto__ stays a column.
      properties: Object.fromEntries(columns.map((column, c) => [column.name, machineValue(row[c], column)])),
      geometry: (boundaries && area !== undefined && rightHandArea(boundaries.shapes, area)) ?? null,
    };
  });
  // A feature a line: short enough to look at, and a change of one row is a change of one line.
  const lines = features.map((feature) => JSON.stringify(feature)).join(",\n");
  const head = `{"type":"FeatureCollection","provenance":${JSON.stringify(provenance)},"features":[\n`;
  return new TextEncoder().encode(`${head}${lines}\n]}\n`);
}
