import type { BandsOf } from "../../analysis/coverage/coverage-bands.ts";
import type { AppState } from "../app-state.ts";
import type { DistanceBands, DistanceCurves, StraightBeside, WalkingZones } from "../distance-answers.ts";
import { activeLevel, parentLevel, sozialraumIndex } from "./active-level.ts";

/** Residents by bands, of one Sozialraum or of the city. */
export interface BandCounts {
  /** All known residents; undefined = none known, then there are no counts either. */
  readonly residents: number | undefined;
  /** Per band of the view. */
  readonly bands: readonly number[];
  readonly within: readonly number[];
  /** Farther than the last band; those from where no way leads to any place are counted apart. */
  readonly beyond: number;
  readonly noPlace: number;
  readonly unknown: number;
  /** Share (0–1) of the residents who have it farther than the last band, or no way at all. */
  readonly beyondShare: number | undefined;
}

export interface BandRow extends BandCounts {
  readonly id: string;
  readonly name: string;
  readonly parentName?: string | undefined;
}

/** The bands of what is shown; undefined while they are being counted. */
export function shownBands({ transient, view }: AppState): DistanceBands | undefined {
  const answer = transient.answers.distanceBands;
  return answer?.coverage === transient.coverage && answer?.bands.limits === view.bands ? answer : undefined;
}

/** The curves of what is shown; undefined while they are being counted. */
export function shownCurves({ transient }: AppState): DistanceCurves | undefined {
  const answer = transient.answers.distanceCurves;
  return answer?.coverage === transient.coverage ? answer : undefined;
}

/** The straight line beside the ways that are walked; undefined while it is being measured. */
export function shownBeside({ transient }: AppState): StraightBeside | undefined {
  const answer = transient.answers.straightBeside;
  return answer?.walked === transient.coverage ? answer : undefined;
}

/** The walking areas that are asked for; undefined without a wish, and while they are being drawn. */
export function shownZones({ transient, view }: AppState): WalkingZones | undefined {
  const answer = transient.answers.walkingZones;
  if (view.panel !== "distance" || view.zones === undefined || view.way !== "walk") return undefined;
  const isCurrent = answer?.coverage === transient.coverage && answer?.isochrones.bands.join() === view.bands.join();
  return isCurrent ? answer : undefined;
}

const rowsByAnswer = new WeakMap<DistanceBands, readonly BandRow[]>();

/** One row per Sozialraum of the level, ascending by id. The same rows for the same answer. */
export function bandRows(state: AppState): readonly BandRow[] | undefined {
  const answer = shownBands(state);
  const level = activeLevel(state);
  if (!answer || answer.coverage.levelId !== level?.id) return undefined;
  let rows = rowsByAnswer.get(answer);
  if (!rows) {
    const parents = parentLevel(state);
    const { areas } = answer.bands;
    rows = level.sozialraeume.map(({ id, name, parent }, a): BandRow => {
      const above = parents && sozialraumIndex(parents, parent);
      const parentName = above === undefined ? undefined : parents?.sozialraeume[above]?.name;
      return { id, name, parentName, ...countsOf(areas, (values) => values[a] ?? Number.NaN) };
    });
    rowsByAnswer.set(answer, rows);
  }
  return rows;
}

const cityByAnswer = new WeakMap<DistanceBands, BandCounts>();

/** The same of the whole city. */
export function cityBands(state: AppState): BandCounts | undefined {
  const answer = shownBands(state);
  if (!answer) return undefined;
  let counts = cityByAnswer.get(answer);
  if (!counts) {
    counts = countsOf(answer.bands.city, (value) => value);
    cityByAnswer.set(answer, counts);
  }
  return counts;
}

function countsOf<Count>(of: BandsOf<Count>, at: (count: Count) => number): BandCounts {
  const residents = at(of.residents);
  const [beyond, noPlace] = [at(of.beyond), at(of.noPlace)];
  return {
    residents: Number.isNaN(residents) ? undefined : residents,
    bands: of.bands.map(at),
    within: of.within.map(at),
    beyond,
    noPlace,
    unknown: at(of.unknown),
    beyondShare: residents > 0 ? (beyond + noPlace) / residents : undefined,
  };
}

/** Who has it farthest first; those of whom nothing is known are left out. */
export function farthestRows(rows: readonly BandRow[]): BandRow[] {
  return rows
    .filter(({ beyondShare }) => beyondShare !== undefined)
    .sort(
      (a, b) =>
        (b.beyondShare as number) - (a.beyondShare as number) ||
        b.beyond + b.noPlace - (a.beyond + a.noPlace) ||
        (a.id < b.id ? -1 : 1),
    );
}
