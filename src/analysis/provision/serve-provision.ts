import { buffersIn } from "../../work/buffers-in.ts";
import { runInTurns } from "../../work/run-steps.ts";
import type { TaskRegistry } from "../../work/runner.ts";
import type { SitePairs } from "../coverage/given-ways.ts";
import type { KeptDemand } from "../coverage/kept-demand.ts";
import { KeptNetwork } from "../network/kept-network.ts";
import { placeSites } from "../network/place-sites.ts";
import { WalksOfSites } from "../network/walks-of-sites.ts";
import { weighBy } from "./decay.ts";
import { measureProvision } from "./measure-provision.ts";
import { measureProvisionTask, type ProvisionInput } from "./provision-tasks.ts";
import { pairsOnGround } from "./site-pairs.ts";
import { supplyOf } from "./supply.ts";

/** Registers the kernel of provision; `kept` holds the residents that the coverage has prepared, `network` the ways between them. */
export function serveProvision(registry: TaskRegistry, kept: KeptDemand, network = new KeptNetwork(kept)): void {
  registry.register(measureProvisionTask, async (input, { signal }) => {
    const demand = kept.of(input.demand);
    const pairs = pairsOf(input, kept, network);
    if (!demand || !pairs) return { value: undefined };
    const { method, reach, decay = { form: "none" } } = input.options;
    const { amount, unit, unknown } = supplyOf(input.capacity, input.options.unit);
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

/** Who can get to each site: in a straight line, or on foot. */
function pairsOf(
  { demand: key, sites, options, walking }: ProvisionInput,
  kept: KeptDemand,
  network: KeptNetwork,
): SitePairs | undefined {
  const { reach, detour = 1 } = options;
  if (!walking) {
    const demand = kept.of(key);
    return demand && pairsOnGround(demand, sites, reach, detour);
  }
  if (detour !== 1) throw new RangeError(`detour is ${detour}, but the way is walked along a network`);
  const walk = network.of(key, walking);
  if (!walk) return undefined;
  const { graph, points, snapWithin } = walk;
  return new WalksOfSites(graph, points, placeSites(graph, sites), { snapWithin, reach });
}
