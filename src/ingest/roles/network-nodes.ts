import { textAt } from "../cell-texts.ts";
import { ResourceColumns } from "../resource-columns.ts";
import type { ResourceReading, RoleResult } from "../resource-reading.ts";
import { rowPositions } from "../row-positions.ts";
import { nameRowSubjects } from "../row-subjects.ts";

export interface NetworkNodes {
  /** Degrees by id. */
  readonly positions: ReadonlyMap<string, readonly [lon: number, lat: number]>;
}

/** The nodes that edges name by `from` and `to`. */
export function readNetworkNodes(reading: ResourceReading<"network-nodes">): RoleResult<NetworkNodes> | undefined {
  const { table, log } = reading;
  const columns = new ResourceColumns(reading);
  const id = columns.require("id");
  const at = rowPositions(reading, columns);
  if (!id || !at) return undefined;
  nameRowSubjects(reading, at.pointOf);
  const positions = new Map<string, readonly [number, number]>();
  for (let row = 0; row < table.rowCount; row++) {
    const place = { row: table.lineOf(row), column: id.name };
    const key = textAt(id, row);
    if (key === undefined) log.add("value-missing-required", place);
    else if (positions.has(key)) log.add("id-duplicate", { ...place, context: { value: key } });
    else if (!Number.isNaN(at.lon[row] as number)) positions.set(key, [at.lon[row] as number, at.lat[row] as number]);
  }
  return { value: { positions }, rows: positions.size, rejected: table.rowCount - positions.size, crs: at.crs };
}
