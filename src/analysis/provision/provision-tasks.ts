import type { Task } from "../../domain/services.ts";
import type { Sites } from "../coverage/coverage.ts";
import type { DemandKey } from "../coverage/coverage-tasks.ts";
import type { Walking } from "../network/network-tasks.ts";
import type { Provision, ProvisionOptions } from "./provision.ts";
import type { SupplyUnit } from "./supply.ts";

/* Names and types only, so that who asks does not load the kernels; worker.ts registers the functions under these names. */

export interface ProvisionInput {
  readonly demand: DemandKey;
  readonly sites: Sites;
  /** Units per site, NaN = unknown. */
  readonly capacity: Float64Array;
  readonly options: ProvisionOptions;
  /** Ways along the network that is kept, in place of straight lines; a `detour` other than 1 is then an error: the way is walked already. */
  readonly walking?: Walking | undefined;
}

export interface ProvisionAnswer extends Provision {
  /** What a unit of supply is, and how many sites have no known capacity. */
  readonly unit: SupplyUnit;
  readonly unknownCapacity: number;
}

/** Runs `measureProvision` on the demand that is kept, in turns; undefined when it, or its network, is not kept (any more): prepare it anew. */
export const measureProvisionTask: Task<ProvisionInput, ProvisionAnswer | undefined> = { name: "measure-provision" };
