import { buffersIn } from "../../work/buffers-in.ts";
import { runInTurns } from "../../work/run-steps.ts";
import type { TaskRegistry } from "../../work/runner.ts";
import { closureCheck } from "../coverage/closure-check.ts";
import { countAlongWays } from "../coverage/count-in-reach.ts";
import type { CoverageOfPoints, CoverageOptions, CoverageSettings } from "../coverage/coverage.ts";
import type { DemandKey } from "../coverage/coverage-tasks.ts";
import type { KeptDemand } from "../coverage/kept-demand.ts";
import { settingsOf, tabulateCoverage } from "../coverage/measure-coverage.ts";
import { transferableCoverage } from "../coverage/transferable-coverage.ts";
import { isochrones } from "./isochrones.ts";
import { KeptNetwork, type KeptWalk } from "./kept-network.ts";
import { measureWays } from "./measure-ways.ts";
import { MovingAlongNetwork } from "./move-along-network.ts";
import {
  beginWalkedMoveTask,
  describeNetworkTask,
  isochronesTask,
  measureWalkedCoverageTask,
  prepareNetworkTask,
  type WalkedCoverage,
  type Walking,
  walkedClosureCheckTask,
  walkedMoveStepTask,
} from "./network-tasks.ts";
import { type PlacedSites, placeSites } from "./place-sites.ts";
import { reportSnapping } from "./snapping-report.ts";
import { WalksOfSites } from "./walks-of-sites.ts";

/** Registers the kernels that walk; called by the worker with what its kernels share, and by tests with an inline runner. */
export function serveNetwork(registry: TaskRegistry, demands: KeptDemand, kept = new KeptNetwork(demands)): void {
  let move: Move | undefined;
  registry
    .register(prepareNetworkTask, ({ demand, network }) => {
      move = undefined;
      kept.keep(demand.city, network);
      return { value: kept.graphOf(demand, {})?.report };
    })
    .register(describeNetworkTask, ({ demand, walking }) => ({ value: kept.graphOf(demand, walking)?.report }))
    .register(measureWalkedCoverageTask, ({ demand, sites, options, walking }) => {
      const settings = walkedSettings(options);
      const walk = kept.of(demand, walking);
      if (!walk) return { value: undefined };
      const placed = placeSites(walk.graph, sites);
      const { distance, nearest } = measureWays(walk.graph, walk.points, placed, walk.snapWithin);
      return answer(walk, placed, { distance, nearest }, settings, options.hasAnlaufpunkte);
    })
    .register(walkedClosureCheckTask, async ({ demand: key, sites, reach, walking }, { signal }) => {
      const walk = kept.of(key, walking);
      if (!walk) return { value: undefined };
      const { demand, graph, points, snapWithin } = walk;
      const placed = placeSites(graph, sites);
      const walks = new WalksOfSites(graph, points, placed, { snapWithin, reach });
      const inReach = await runInTurns(countAlongWays(walks, reach), signal);
      const { nearest } = measureWays(graph, points, placed, snapWithin);
      const value = closureCheck(demand, demand.areas.residents.length, sites.lon.length, inReach, nearest);
      return { value, transfer: [...buffersIn(value), ...buffersIn(value.areas)] };
    })
    .register(beginWalkedMoveTask, ({ demand, sites, moving, options, walking }) => {
      const settings = walkedSettings(options);
      const walk = kept.of(demand, walking);
      if (!walk) return { value: undefined };
      const placed = placeSites(walk.graph, sites);
      const ways = new MovingAlongNetwork(walk.graph, walk.points, placed, moving, walk.snapWithin);
      move = { key: demand, walking, walk, settings, known: options.hasAnlaufpunkte, placed, moving, ways };
      return { value: true as const };
    })
    .register(walkedMoveStepTask, ({ demand, lon, lat }) => {
      const begun = move;
      const walk = begun && sameKey(begun.key, demand) ? kept.of(demand, begun.walking) : undefined;
      // Residents that were prepared anew meanwhile have a move of their own to begin.
      if (!begun || !walk || walk.points !== begun.walk.points) return { value: undefined };
      const { placed, moving, ways, settings, known } = begun;
      const at = placeSites(walk.graph, { lon: Float64Array.of(lon), lat: Float64Array.of(lat) });
      for (const column of ["lon", "lat", "x", "y", "edge", "along", "way"] as const)
        placed[column][moving] = at[column][0] as number;
      return answer(walk, placed, ways.to(at), settings, known);
    })
    .register(isochronesTask, ({ demand, sites, bands, walking, beside, cell }) => {
      const walk = kept.of(demand, walking);
      if (!walk) return { value: undefined };
      const { snapWithin } = walk;
      const value = isochrones(walk.graph, placeSites(walk.graph, sites), { bands, snapWithin, beside, cell });
      return { value, transfer: [...buffersIn(value.shapes), ...buffersIn({ bands: value.bands })] };
    });
}

interface Move {
  readonly key: DemandKey;
  readonly walking: Walking;
  readonly walk: KeptWalk;
  readonly settings: CoverageSettings;
  readonly known: boolean;
  /** The moving site is written anew with each step. */
  readonly placed: PlacedSites;
  readonly moving: number;
  readonly ways: MovingAlongNetwork;
}

function walkedSettings(options: CoverageOptions): CoverageSettings {
  const settings = settingsOf(options);
  if (settings.detour !== 1)
    throw new RangeError(`detour is ${settings.detour}, but the way is walked along a network`);
  return settings;
}

function answer(
  { demand, graph, points, snapWithin }: KeptWalk,
  sites: PlacedSites,
  ways: CoverageOfPoints,
  settings: CoverageSettings,
  known: boolean,
): { value: WalkedCoverage; transfer: Transferable[] } {
  const snapping = reportSnapping(graph, demand, points, ways.distance, sites, snapWithin);
  const { value: coverage, transfer } = transferableCoverage(tabulateCoverage(demand, sites, ways, settings, known));
  return { value: { coverage, snapping }, transfer: [...transfer, ...buffersIn(snapping)] };
}

function sameKey(a: DemandKey, b: DemandKey): boolean {
  return a.city === b.city && a.level === b.level && a.people === b.people;
}
