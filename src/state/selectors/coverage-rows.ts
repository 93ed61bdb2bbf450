import type { CoverageOfAreas } from "../../analysis/coverage/coverage.ts";
import type { CoverageNote, CoverageRow, CoverageStatus } from "../../domain/coverage-row.ts";
import type { Level } from "../../domain/sozialraum.ts";
import type { AppState } from "../app-state.ts";
import type { CoverageAnswer } from "../coverage-answer.ts";
import { activeLevel, parentLevel, sozialraumIndex } from "./active-level.ts";

interface MeasuredRows {
  readonly answer: CoverageAnswer;
  readonly rows: readonly CoverageRow[];
}

const rowsByAnswer = new WeakMap<CoverageAnswer, readonly CoverageRow[]>();
const lastOfLevel = new WeakMap<Level, MeasuredRows>();

/**
 * The coverage table of the level, ascending by id; undefined until it is measured. The same array for the same answer, and the same
 * row as before where nothing changes: a place that is dragged changes few of them.
 */
export function coverageRows(state: AppState): readonly CoverageRow[] | undefined {
  const answer = state.transient.coverage;
  const level = activeLevel(state);
  if (!answer || !level || answer.levelId !== level.id) return undefined;
  let rows = rowsByAnswer.get(answer);
  if (!rows) {
    const { areas } = answer.coverage;
    const before = lastOfLevel.get(level);
    const last = before?.answer.demand === answer.demand ? before : undefined;
    const parents = parentLevel(state);
    rows = level.sozialraeume.map((area, index): CoverageRow => {
      const row = last?.rows[index];
      if (last && row && staysSame(last.answer.coverage.areas, areas, index)) return row;
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
    lastOfLevel.set(level, { answer, rows });
  }
  return rows;
}

/** Of the same demand, residents and what is missing stay as they are. */
function staysSame(a: CoverageOfAreas, b: CoverageOfAreas, index: number): boolean {
  return (
    a.status[index] === b.status[index] &&
    Object.is(a.reached[index], b.reached[index]) &&
    Object.is(a.unreached[index], b.unreached[index]) &&
    Object.is(a.share[index], b.share[index]) &&
    Object.is(a.nearestMedian[index], b.nearestMedian[index]) &&
    Object.is(a.nearestP90[index], b.nearestP90[index]) &&
    Object.is(a.anlaufpunkteInside[index], b.anlaufpunkteInside[index]) &&
    Object.is(a.per10000[index], b.per10000[index])
  );
}

const statusesOfLevel = new WeakMap<Level, readonly CoverageStatus[]>();

/** The status of each Sozialraum of the level; the same array until one of them changes, whatever the figures do. */
export function coverageStatuses(state: AppState): readonly CoverageStatus[] | undefined {
  const answer = state.transient.coverage;
  const level = activeLevel(state);
  if (!answer || !level || answer.levelId !== level.id) return undefined;
  const { status } = answer.coverage.areas;
  const last = statusesOfLevel.get(level);
  if (last?.length === status.length && status.every((own, index) => own === last[index])) return last;
  statusesOfLevel.set(level, status);
  return status;
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

function notesOf(areas: CoverageOfAreas, index: number): CoverageNote[] {
  const notes: CoverageNote[] = [];
  if (!((areas.residents[index] as number) > 0)) notes.push("no-residents");
  if (Number.isNaN(areas.anlaufpunkteInside[index] as number)) notes.push("no-anlaufpunkte");
  if ((areas.missing[index] as number) > 0) notes.push("missing-cells");
  if ((areas.suppressed[index] as number) > 0) notes.push("suppressed-cells");
  const basis = areas.basis[index];
  if (basis === "area" || basis === "residential-land") notes.push("rough-estimate");
  return notes;
}
