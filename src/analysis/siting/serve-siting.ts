import type { Highs } from "highs";
import wasm from "highs/runtime?url";
import { fromPlane, toPlane } from "../../geo/local-plane.ts";
import { buffersIn } from "../../work/buffers-in.ts";
import { releaseArrays } from "../../work/release-arrays.ts";
import { runInTurns } from "../../work/run-steps.ts";
import type { TaskOutcome, TaskRegistry } from "../../work/runner.ts";
import { prepareAreas } from "../coverage/area-index.ts";
import { assignToAreas } from "../coverage/assign-cells.ts";
import type { Sites } from "../coverage/coverage.ts";
import type { MeasuredDemand } from "../coverage/demand.ts";
import type { KeptDemand } from "../coverage/kept-demand.ts";
import { measureDistances } from "../coverage/measure-distances.ts";
import { KeptNetwork } from "../network/kept-network.ts";
import { orderByWeight } from "./cover-search.ts";
import { picked, type SitingDemand } from "./coverage-benefits.ts";
import { loadHighs } from "./exact/load-highs.ts";
import { proveCover } from "./exact/prove-cover.ts";
import { proveSites } from "./exact/prove-sites.ts";
import { beginSiting, type SitingRun } from "./siting-run.ts";
import {
  type ProvenSiting,
  proposeSitesTask,
  proveSitesTask,
  type SitingProposal,
  type SitingQuestion,
  unprovenSitesTask,
} from "./siting-tasks.ts";
import type { PlacedPoints } from "./square-grid.ts";
import { type WalkedSiting, walkToCandidates } from "./walk-to-candidates.ts";

/** A page that shows every better answer would do little else: no two are told within this time. */
const TELL_MS = 100;

/**
 * Registers the siting kernels; `network` holds the ways between the residents that are kept.
 * @param solver fetched at the first proof; tests hand in one that Node finds by itself
 */
export function serveSiting(
  registry: TaskRegistry,
  kept: KeptDemand,
  network = new KeptNetwork(kept),
  solver: () => Promise<Highs> = () => loadHighs(wasm),
): void {
  let last: { readonly run: SitingRun; readonly number: Uint32Array } | undefined;
  registry
    .register(proposeSitesTask, async (question, { signal, progress }) => {
      last = undefined;
      const demand = kept.of(question.demand);
      const walk = question.walking && network.of(question.demand, question.walking);
      if (!demand || (question.walking && !walk)) return { value: undefined };
      const { milliseconds, options } = question;
      const { detour = 1 } = options;
      if (walk && detour !== 1) throw new RangeError(`detour is ${detour}, but the way is walked along a network`);
      let start = performance.now();
      const { weight, withoutNeed } = weightsOf(demand, question.needOfArea);
      const candidates = candidatesOf(demand, question);
      let asked: SitingDemand;
      let walked: WalkedSiting | undefined;
      if (walk) {
        const told = atTimes((done, all) => progress({ walked: done, of: all }));
        const all = candidates.at(candidates.number.map((_, c) => c));
        const steps = walkToCandidates(walk, weight, question.fixed, all, options, { told });
        walked = await runInTurns(steps, signal);
        asked = walked.demand;
      } else {
        const { distance, nearest } = measureDistances(demand, question.fixed, detour);
        releaseArrays(nearest);
        asked = { plane: demand.plane, x: demand.x, y: demand.y, weight, nearest: distance };
      }
      const run = beginSiting(asked, candidates.placed, options);
      last = { run, number: candidates.number };
      const proposal = (): SitingProposal => {
        const { answer } = run;
        return {
          ...answer,
          sites: answer.sites.map((c) => candidates.number[c] as number),
          ...candidates.at(answer.sites),
          withoutNeed,
          withoutWay: walked?.withoutWay ?? 0,
        };
      };
      let told = proposal();
      progress(told);
      let toldAt = performance.now();
      if (walked && milliseconds > 0) {
        await pause();
        await runInTurns(walked.rest, signal);
        // To walk is not yet to search.
        start = performance.now();
      }
      while (performance.now() - start < milliseconds && run.step()) {
        const { answer } = run;
        const isNew = answer.value !== told.value || answer.bound !== told.bound;
        if (isNew && performance.now() - toldAt >= TELL_MS) {
          told = proposal();
          progress(told);
          toldAt = performance.now();
        }
        await pause();
        signal.throwIfAborted();
      }
      const value = proposal();
      return { value, transfer: buffersIn(value) };
    })
    .register(unprovenSitesTask, () => {
      if (!last) return { value: undefined };
      const { run, number } = last;
      const input = run.proofInput();
      return { value: { ...input, candidate: input.candidate.map((c) => number[c] as number) } };
    })
    .register(proveSitesTask, async ({ goal, unproven, candidate, known, timeLimit }, { progress }) => {
      const highs = await solver();
      const options = { timeLimit, onProgress: progress };
      if (goal !== "fewest-sites") {
        const { better, bound, isProven, nodes } = proveSites(highs, unproven, options);
        return proven(better, candidate, { bound, isProven, nodes });
      }
      const { better, bound, isProven, nodes } = proveCover(highs, unproven, known, options);
      const ordered = better && { ...orderByWeight(unproven.benefits, better), value: better.length };
      return proven(ordered, candidate, { bound, isProven, nodes });
    });
}

function proven(
  better: { sites: readonly number[]; gains: readonly number[]; value: number } | undefined,
  candidate: Uint32Array,
  rest: Omit<ProvenSiting, "better">,
): TaskOutcome<ProvenSiting> {
  if (!better) return { value: { better, ...rest } };
  const sites = Uint32Array.from(better.sites, (c) => candidate[c] as number);
  return { value: { ...rest, better: { sites, gains: Float64Array.from(better.gains), value: better.value } } };
}

/** Residents × need of those in a Sozialraum, as coverage counts them (rule C1); without a known need of theirs they are left out. */
function weightsOf(
  demand: MeasuredDemand,
  needOfArea: Float64Array | undefined,
): { weight: Float64Array; withoutNeed: number } {
  const { residents, area } = demand;
  if (needOfArea && needOfArea.length !== demand.areas.residents.length) {
    throw new RangeError(`${needOfArea.length} needs for ${demand.areas.residents.length} areas`);
  }
  let withoutNeed = 0;
  const weight = new Float64Array(residents.length);
  for (let i = 0; i < weight.length; i++) {
    const a = area[i] as number;
    if (a < 0) continue;
    const people = residents[i] as number;
    const need = needOfArea ? (needOfArea[a] as number) : 1;
    if (need < 0) throw new RangeError(`need ${need} is below zero`);
    weight[i] = people * need;
    if (Number.isNaN(need) && people > 0) withoutNeed += people;
  }
  return { weight, withoutNeed };
}

interface Candidates {
  /** Per candidate its number in the question: the place, or the point of the demand. */
  readonly number: Uint32Array;
  readonly placed: PlacedPoints;
  /** Where some of them are, in degrees. */
  at(candidates: Uint32Array): Sites;
}

function candidatesOf(demand: MeasuredDemand, { candidates, within, excluded }: SitingQuestion): Candidates {
  const cells = candidates === "cells";
  const placed: PlacedPoints = cells ? demand : toPlane(demand.plane, candidates.lon, candidates.lat);
  const count = placed.x.length;
  // Of a whole city's cells degrees are reckoned only where they are asked for.
  const degreesOf = ({ x, y }: PlacedPoints) => fromPlane(demand.plane, x, y);
  const { lon, lat } = !cells ? candidates : within || excluded ? degreesOf(demand) : NOWHERE;
  const inside = within && assignToAreas(prepareAreas(within, count), lon, lat).area;
  const outside = excluded && assignToAreas(prepareAreas(excluded, count), lon, lat).area;
  const allowed: number[] = [];
  for (let j = 0; j < count; j++) {
    if (cells && !((demand.residents[j] as number) > 0)) continue;
    if (inside && (inside[j] as number) < 0) continue;
    if (outside && (outside[j] as number) >= 0) continue;
    allowed.push(j);
  }
  const number = Uint32Array.from(allowed);
  return {
    number,
    placed: { x: picked(placed.x, number), y: picked(placed.y, number) },
    at(some) {
      const own = some.map((c) => number[c] as number);
      return cells
        ? degreesOf({ x: picked(placed.x, own), y: picked(placed.y, own) })
        : { lon: picked(candidates.lon, own), lat: picked(candidates.lat, own) };
    },
  };
}

const NOWHERE: Sites = { lon: new Float64Array(0), lat: new Float64Array(0) };

/** Said at most ten times a second. */
function atTimes(say: (done: number, all: number) => void): (done: number, all: number) => void {
  let last = performance.now();
  return (done, all) => {
    if (performance.now() - last < 100) return;
    last = performance.now();
    say(done, all);
  };
}

/** A message turn: only then can an abort, or another question, be heard. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
