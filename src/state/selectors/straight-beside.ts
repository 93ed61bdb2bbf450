import type { AppState } from "../app-state.ts";
import type { CoverageAnswer } from "../coverage-answer.ts";
import type { StraightBeside } from "../distance-answers.ts";
import { activeLevel } from "./active-level.ts";
import { shownBeside } from "./band-rows.ts";

/** A Sozialraum in which the straight line counts others as reached than the ways that are walked. */
export interface StraightDifference {
  readonly id: string;
  readonly name: string;
  readonly straight: number;
  readonly walked: number;
  /** Above zero where the straight line promises too much. */
  readonly overstated: number;
}

const byAnswer = new WeakMap<StraightBeside, readonly StraightDifference[]>();

/** The largest differences first; undefined until they are measured. The same list for the same answer. */
export function straightDifferences(state: AppState): readonly StraightDifference[] | undefined {
  const answer = shownBeside(state);
  const level = activeLevel(state);
  if (!answer || answer.walked.levelId !== level?.id) return undefined;
  let differences = byAnswer.get(answer);
  if (!differences) {
    const { straight, walked, change } = answer;
    const reached = ({ coverage }: CoverageAnswer, a: number) => coverage.areas.reached[a] as number;
    differences = level.sozialraeume
      .map(({ id, name }, a) => ({
        id,
        name,
        straight: reached(straight, a),
        walked: reached(walked, a),
        overstated: 0 - (change.areas.net[a] as number),
      }))
      .filter(({ overstated }) => overstated !== 0 && !Number.isNaN(overstated))
      .sort((a, b) => Math.abs(b.overstated) - Math.abs(a.overstated) || (a.id < b.id ? -1 : 1));
    byAnswer.set(answer, differences);
  }
  return differences;
}

/** Places that the network does not serve as it should. */
export interface UnjoinedSites {
  /** Farther from every way than they are joined to: nobody is counted as walking there. */
  readonly tooFar: readonly { readonly id: string; readonly name: string; readonly metres: number }[];
  /** On a part of the network that nothing joins to the rest. */
  readonly onIslands: readonly { readonly id: string; readonly name: string; readonly metres: number }[];
}

export function unjoinedSites({ places, snapping }: CoverageAnswer): UnjoinedSites {
  const tooFar: { id: string; name: string; metres: number }[] = [];
  const onIslands: typeof tooFar = [];
  places.forEach(({ id, name }, s) => {
    const part = snapping?.sitePart[s] ?? 0;
    if (part < 0) tooFar.push({ id, name: name || id, metres: snapping?.siteWay[s] ?? Number.NaN });
    else if (part > 0) onIslands.push({ id, name: name || id, metres: snapping?.siteToMain[s] ?? Number.NaN });
  });
  return { tooFar, onIslands };
}
