import type { CoverageNote, CoverageRow } from "../../domain/coverage-row.ts";
import type { AppState } from "../app-state.ts";
import type { CoverageAnswer } from "../coverage-answer.ts";
import { activeLevel, parentLevel, sozialraumIndex } from "./active-level.ts";

const rowsByAnswer = new WeakMap<CoverageAnswer, readonly CoverageRow[]>();

/** The coverage table of the level, ascending by id; undefined until it is measured. The same array for the same answer. */
export function coverageRows(state: AppState): readonly CoverageRow[] | undefined {
  const answer = state.transient.coverage;
  const level = activeLevel(state);
  if (!answer || !level || answer.levelId !== level.id) return undefined;
  let rows = rowsByAnswer.get(answer);
  if (!rows) {
    const parents = parentLevel(state);
    const { areas } = answer.coverage;
    rows = level.sozialraeume.map((area, index): CoverageRow => {
      const parentIndex = parents && sozialraumIndex(parents, area.parent);
      return {
        id: area.id,
        name: area.name,
        parentName: parentIndex === undefined ? undefined : parents?.sozialraeume[parentIndex]?.name,
        residents: known(areas.residents[index]),
        anlaufpunkteInside: known(areas.anlaufpunkteInside[index]),
        residentsReached: known(areas.reached[index]),
        reachedShare: known(areas.share[index]),
        residentsUnreached: known(areas.unreached[index]),
        nearestMedianMetres: known(areas.nearestMedian[index]),
        nearestP90Metres: known(areas.nearestP90[index]),
        per10000: known(areas.per10000[index]),
        basis: areas.basis[index],
        status: areas.status[index] ?? "unknown",
        notes: notesOf(areas, index),
      };
    });
    rowsByAnswer.set(answer, rows);
  }
  return rows;
}

/** One row by the id of its Sozialraum. */
export function coverageRow(state: AppState, id: string): CoverageRow | undefined {
  const level = activeLevel(state);
  const index = level && sozialraumIndex(level, id);
  return index === undefined ? undefined : coverageRows(state)?.[index];
}

// Arrays of the kernel say NaN for „no value“.
function known(value: number | undefined): number | undefined {
  return value === undefined || Number.isNaN(value) ? undefined : value;
}

function notesOf(areas: CoverageAnswer["coverage"]["areas"], index: number): CoverageNote[] {
  const notes: CoverageNote[] = [];
  if (!((areas.residents[index] as number) > 0)) notes.push("no-residents");
  if (Number.isNaN(areas.anlaufpunkteInside[index] as number)) notes.push("no-anlaufpunkte");
  if ((areas.missing[index] as number) > 0) notes.push("missing-cells");
  if ((areas.suppressed[index] as number) > 0) notes.push("suppressed-cells");
  const basis = areas.basis[index];
  if (basis === "area" || basis === "residential-land") notes.push("rough-estimate");
  return notes;
}
