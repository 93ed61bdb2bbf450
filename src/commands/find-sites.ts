import type { DemandPoints } from "../analysis/coverage/demand.ts";
import { needWeights } from "../analysis/siting/need-weights.ts";
import { type CandidatesWalked, proposeSitesTask, type SitingProposal } from "../analysis/siting/siting-tasks.ts";
import { indicatorMatrix } from "../db/queries/indicator-matrix.ts";
import type { Indicator } from "../domain/indicator.ts";
import type { Level } from "../domain/sozialraum.ts";
import { shapesBox } from "../geo/shapes.ts";
import type { CandidatePlaces } from "../state/selectors/siting-choice.ts";
import type { SitesAnswer, SitesAsked, SitesNeed, SitesProposal, SitesRefusal } from "../state/sites-answer.ts";
import { alongNetwork } from "./along-network.ts";
import { sitesOf } from "./answers/coverage.ts";
import type { App } from "./app.ts";
import type { BestSitesQuestion } from "./best-sites-question.ts";
import { levelOf, placeProposal } from "./place-proposal.ts";
import { preparedDemands } from "./prepared-demand.ts";

/** How long a better answer, and a better bound, is looked for; larger cities get a little more. A bound on all at once takes longest. */
const SEARCH_MS = { "most-reached": 2000, "shortest-ways": 2000, "fewest-sites": 4000 } as const;
const MS_PER_1000_POINTS = 5;

const searches = new WeakMap<App, AbortController>();
const questions = new WeakMap<SitesAnswer, BestSitesQuestion>();

/** What was asked for an answer. */
export function questionOf(answer: SitesAnswer): BestSitesQuestion | undefined {
  return questions.get(answer);
}

/** Remembers what was asked, for an answer that follows from another one. */
export function rememberQuestion(answer: SitesAnswer, question: BestSitesQuestion): void {
  questions.set(answer, question);
}

/** The best answer so far is good enough. */
export function stopSearch(app: App): void {
  searches.get(app)?.abort();
}

/**
 * Looks for the best sites.
 * @param onBetter hears the first answer, and every better one
 * @param onWalked hears, on foot, to which share (0–1) of the candidates one has walked before there is a first answer
 */
export async function findSites(
  app: App,
  question: BestSitesQuestion,
  signal: AbortSignal,
  onBetter?: (answer: SitesProposal) => void,
  onWalked?: (share: number) => void,
): Promise<SitesAnswer> {
  const stop = new AbortController();
  searches.set(app, stop);
  const either = AbortSignal.any([signal, stop.signal]);
  const level = levelOf(question);
  let latest: SitesProposal | undefined;
  const remember = <Answer extends SitesAnswer>(answer: Answer): Answer => {
    questions.set(answer, question);
    return answer;
  };
  try {
    return await preparedDemands(app).ask<SitesAnswer>(question, signal, async ({ key, points }) => {
      const need = question.need && (await weighed(app, question.need, level, points, either));
      const asked = askedOf(question, need);
      const refuse = (refused: SitesRefusal["refused"]) =>
        remember({ asked, refused, candidates: candidateCount(question, points) });
      if (question.within && !shapesBox(question.within)) return refuse("no-area");
      const show = (proposal: SitingProposal, stage: SitesProposal["stage"]) =>
        remember({ asked, proposal, sites: placeProposal(question, proposal), stage });
      const input = {
        demand: key,
        fixed: sitesOf(question.fixed),
        candidates: question.source === "cells" ? ("cells" as const) : placesOf(question.source),
        within: question.within,
        excluded: question.excluded,
        needOfArea: need?.need,
        options: { goal: question.goal, sites: question.n, reach: question.reach, detour: question.detour },
        walking: question.network && { withoutSteps: question.withoutSteps },
        milliseconds: SEARCH_MS[question.goal] + (points.lon.length / 1000) * MS_PER_1000_POINTS,
      };
      // What is said on the way may arrive after the end.
      let isOver = false;
      const onProgress = (said: SitingProposal | CandidatesWalked) => {
        if (isOver || either.aborted) return;
        if ("walked" in said) {
          onWalked?.(said.walked / said.of);
          return;
        }
        if (said.candidates === 0) return;
        latest = show(said, "searching");
        onBetter?.(latest);
      };
      try {
        const { network } = question;
        const run = () => app.services.runner.run(proposeSitesTask, input, { signal: either, onProgress });
        const proposal = await (network ? alongNetwork(app, { key, network }, either, run) : run());
        if (proposal?.candidates === 0) return refuse("no-candidates");
        return proposal && show(proposal, "ended");
      } catch (error) {
        if (isTooMuch(error)) return refuse("too-many");
        throw error;
      } finally {
        isOver = true;
      }
    });
  } catch (error) {
    if (signal.aborted || !stop.signal.aborted || !latest) throw error;
    return remember({ ...latest, stage: "stopped" as const });
  }
}

type Weighed = SitesNeed & { readonly need: Float64Array | undefined };

/** The latest known value of each Sozialraum as a factor on its residents. */
async function weighed(
  app: App,
  { id, kind, direction }: Indicator,
  level: Level,
  points: DemandPoints,
  signal: AbortSignal,
): Promise<Weighed> {
  const matrix = await indicatorMatrix(await app.services.database(), { indicator: id, level: level.id }, { signal });
  const values = new Float64Array(level.sozialraeume.length).fill(Number.NaN);
  let [from, to] = ["", ""];
  for (const { period, areas } of matrix.periods) {
    areas.forEach(({ value }, area) => {
      if (typeof value === "number") values[area] = value;
    });
    if (areas.some(({ value }) => typeof value === "number")) {
      from ||= period;
      to = period;
    }
  }
  const residents = new Float64Array(values.length);
  for (let i = 0; i < points.area.length; i++) {
    const area = points.area[i] as number;
    const people = points.residents[i] as number;
    if (area >= 0 && people > 0) residents[area] = (residents[area] as number) + people;
  }
  const options = { isCount: kind === "count", isMoreBetter: direction === "more-is-better" };
  const weights = needWeights(values, residents, options);
  return {
    indicator: id,
    from,
    to,
    need: weights?.need,
    unknown: weights?.unknown ?? 0,
    residentsUnknown: weights?.residentsUnknown ?? 0,
  };
}

function placesOf({ lon, lat }: CandidatePlaces) {
  return { lon, lat };
}

/** A cover holds all pairs at once, and the kernel throws where they do not fit; of an error in a worker only its words arrive. */
function isTooMuch(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith("too many pairs");
}

/** At most so many candidates: those in the box of the areas that are allowed. */
function candidateCount({ source, within }: BestSitesQuestion, { lon, lat, residents }: DemandPoints): number {
  const box = within && shapesBox(within);
  if (within && !box) return 0;
  const places = source === "cells" ? { lon, lat } : source;
  let count = 0;
  for (let j = 0; j < places.lon.length; j++) {
    if (source === "cells" && !((residents[j] as number) > 0)) continue;
    const [x, y] = [places.lon[j] as number, places.lat[j] as number];
    if (!box || (x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3])) count++;
  }
  return count;
}

function askedOf(question: BestSitesQuestion, need: Weighed | undefined): SitesAsked {
  const { level, goal, n, reach, detour, network, withoutSteps, source, fixed, within, excluded } = question;
  const { need: factors, ...known } = need ?? { need: undefined };
  return {
    levelId: level,
    goal,
    n,
    reach,
    detour,
    way: !network ? "straight" : withoutSteps ? "walk-without-steps" : "walk",
    source: source === "cells" ? "cells" : source.source,
    fixed: fixed.length,
    planned: fixed.filter(({ status }) => status === "planned").length,
    isRestricted: within !== undefined || excluded !== undefined,
    need: factors && "indicator" in known ? known : undefined,
    needRefused: !factors && "indicator" in known ? known.indicator : undefined,
  };
}
