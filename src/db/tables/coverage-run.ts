import { defineTable, type TableValues } from "../table.ts";

export const coverageRunTable = defineTable({
  name: "coverage_run",
  comment: "What was asked when coverage was measured: one row, or none before the first time",
  columns: { level: "text", reach_metres: "double", kinds: "text-list", detour: "double" },
  comments: { detour: "Factor on straight-line distances, already in coverage_cells.distance" },
});

export interface CoverageRun {
  readonly level: string;
  readonly reachMetres: number;
  readonly kinds: readonly string[];
  /** 1 = straight line. */
  readonly detour: number;
}

export function coverageRunRows(run: CoverageRun): TableValues<typeof coverageRunTable.columns> {
  return { level: [run.level], reach_metres: [run.reachMetres], kinds: [run.kinds], detour: [run.detour] };
}
