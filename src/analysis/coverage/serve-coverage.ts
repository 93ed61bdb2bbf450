import { buffersIn } from "../../work/buffers-in.ts";
import { releaseArrays } from "../../work/release-arrays.ts";
import type { TaskRegistry } from "../../work/runner.ts";
import { closureCheck } from "./closure-check.ts";
import { countInReach } from "./count-in-reach.ts";
import { closureCheckTask, measureCoverageTask, prepareDemandTask, prepareMoveTask } from "./coverage-tasks.ts";
import { KeptDemand } from "./kept-demand.ts";
import { measureCoverage } from "./measure-coverage.ts";
import { measureDistances } from "./measure-distances.ts";
import { prepareMove } from "./move-site.ts";
import { prepareDemand } from "./prepare-demand.ts";
import { transferableCoverage } from "./transferable-coverage.ts";

/** Registers the coverage kernels; called by the worker, which shares `kept` among its kernels, and by tests with an inline runner. */
export function serveCoverage(registry: TaskRegistry, kept = new KeptDemand()): void {
  registry
    .register(prepareDemandTask, ({ city, people, ...input }) => {
      const { lon, lat, row, groups, ...demand } = prepareDemand(input);
      // They were moved here for this alone.
      if (input.population) releaseArrays(...Object.values(input.population).filter(ArrayBuffer.isView));
      kept.keep({ city, level: input.level, people }, demand);
      // The positions move; what is measured with stays here, and goes as a copy.
      const value = { lon, lat, row, groups, residents: demand.residents.slice(), area: demand.area.slice() };
      return { value, transfer: buffersIn(value) };
    })
    .register(measureCoverageTask, ({ demand: key, sites, options }) => {
      const demand = kept.of(key);
      if (!demand) return { value: undefined };
      return transferableCoverage(measureCoverage(demand, sites, options));
    })
    .register(prepareMoveTask, ({ demand: key, sites, moving, options }) => {
      const demand = kept.of(key);
      if (!demand) return { value: undefined };
      // Who asks has residents and areas; the other things that the kept demand has lent go as copies.
      const { residents: _, area: __, ...value } = prepareMove(demand, sites, moving, options);
      const { x: _x, y: _y, blocks: _blocks, areaIndex: _index, ofAreas: _ofAreas, ...own } = value;
      return { value, transfer: buffersIn(own) };
    })
    .register(closureCheckTask, ({ demand: key, sites, reach, detour = 1 }) => {
      const demand = kept.of(key);
      if (!demand) return { value: undefined };
      const inReach = countInReach(demand, sites, reach, detour);
      const { nearest } = measureDistances(demand, sites, detour);
      const value = closureCheck(demand, demand.areas.residents.length, sites.lon.length, inReach, nearest);
      return { value, transfer: [...buffersIn(value), ...buffersIn(value.areas)] };
    });
}
