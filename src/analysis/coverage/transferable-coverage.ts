import { buffersIn } from "../../work/buffers-in.ts";
import type { Coverage } from "./coverage.ts";

/** A coverage as the outcome of a task. The residents and cells of its areas are those of the kept demand: they go as copies. */
export function transferableCoverage(coverage: Coverage): { value: Coverage; transfer: Transferable[] } {
  const { residents, cells, missing, suppressed } = coverage.areas;
  const own = {
    residents: residents.slice(),
    cells: cells.slice(),
    missing: missing.slice(),
    suppressed: suppressed.slice(),
  };
  const value = { ...coverage, areas: { ...coverage.areas, ...own } };
  return {
    value,
    transfer: [...buffersIn(value.areas), ...buffersIn(value.points), ...buffersIn({ siteArea: value.siteArea })],
  };
}
