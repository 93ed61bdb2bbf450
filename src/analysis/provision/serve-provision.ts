import { buffersIn } from "../../work/buffers-in.ts";
import { runInTurns } from "../../work/run-steps.ts";
import type { TaskRegistry } from "../../work/runner.ts";
import type { KeptDemand } from "../coverage/kept-demand.ts";
import { weighBy } from "./decay.ts";
import { measureProvision } from "./measure-provision.ts";
import { measureProvisionTask } from "./provision-tasks.ts";
import { givenPairs, pairsOnGround } from "./site-pairs.ts";
import { supplyOf } from "./supply.ts";

/** Registers the kernel of provision; `kept` holds the residents that the coverage has prepared. */
export function serveProvision(registry: TaskRegistry, kept: KeptDemand): void {
  registry.register(measureProvisionTask, async ({ demand: key, sites, capacity, options, ways }, { signal }) => {
    const demand = kept.of(key);
    if (!demand) return { value: undefined };
    const { method, reach, detour = 1, decay = { form: "none" } } = options;
    const { amount, unit, unknown } = supplyOf(capacity, options.unit);
    const pairs = ways ? givenPairs(demand.x.length, ways) : pairsOnGround(demand, sites, reach, detour);
    const competitors = {
      residents: demand.residents,
      area: demand.area,
      areas: demand.areas.residents.length,
    };
    const question = { method, reach, weigh: weighBy(decay, reach), supply: amount };
    const provision = await runInTurns(measureProvision(pairs, competitors, question), signal);
    const value = { ...provision, unit, unknownCapacity: unknown };
    return { value, transfer: [...buffersIn(value), ...buffersIn(value.areas)] };
  });
}
