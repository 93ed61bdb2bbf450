import type { CoverageRow } from "../../domain/coverage-row.ts";

export type GapOrder = "gaps-first" | "name" | "unreached" | "distance";

const isGap = (row: CoverageRow) => (row.status === "gap" ? 0 : 1);
// Missing goes last in every order.
const falling = (a: number | undefined, b: number | undefined) => (b ?? -1) - (a ?? -1);

const ORDERS: Readonly<Record<GapOrder, (a: CoverageRow, b: CoverageRow) => number>> = {
  "gaps-first": (a, b) => isGap(a) - isGap(b) || falling(a.residentsUnreached, b.residentsUnreached),
  name: (a, b) => a.name.localeCompare(b.name, "de", { numeric: true }),
  unreached: (a, b) => falling(a.residentsUnreached, b.residentsUnreached),
  distance: (a, b) => falling(a.nearestMedianMetres, b.nearestMedianMetres),
};

/** Sozialräume with no Anlaufpunkt inside, those without known residents too; by default the gaps first, then by the residents that reach none. */
export function gapList(rows: readonly CoverageRow[], order: GapOrder = "gaps-first"): CoverageRow[] {
  return rows
    .filter((row) => row.anlaufpunkteInside === 0)
    .sort((a, b) => ORDERS[order](a, b) || (a.id < b.id ? -1 : 1));
}
