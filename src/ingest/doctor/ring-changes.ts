import type { RingChange } from "../../domain/data-draft.ts";
import { IssueLog } from "../issue-log.ts";
import type { PackageResource } from "../package/descriptor.ts";
import type { RawTable } from "../raw-table.ts";

/** About half a second of looking, at each change of a draft; larger files are looked through once they are taken. */
const MOST_POSITIONS = 250_000;

/** What cutting invalid boundaries would change in the areas of a table, which stays as it is; undefined where it was not looked for. */
export async function ringChanges(resource: PackageResource, table: RawTable): Promise<RingChange[] | undefined> {
  if (resource.role !== "sozialraeume" || !table.geometries || positionsIn(table.geometries) > MOST_POSITIONS) {
    return undefined;
  }
  const log = new IssueLog(resource.path);
  const { repairAreas } = await import("./repair-areas.ts");
  // A resource of its own: what would be repaired is not remembered of the real one.
  const tried: PackageResource = { ...resource, keys: { ...resource.keys, repairs: [{ repair: "make-valid" }] } };
  repairAreas({ resource: tried, table, log });
  return log
    .list()
    .flatMap(({ row, context }) =>
      row === undefined
        ? []
        : [{ line: row, squareMetres: Number(context.squareMetres), percent: Number(context.percent) }],
    );
}

function positionsIn(geometries: NonNullable<RawTable["geometries"]>): number {
  let count = 0;
  for (const geometry of geometries) {
    if (geometry?.type === "Polygon") for (const ring of geometry.coordinates) count += ring.length;
    else if (geometry?.type === "MultiPolygon") {
      for (const rings of geometry.coordinates) for (const ring of rings) count += ring.length;
    }
  }
  return count;
}
