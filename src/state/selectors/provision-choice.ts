import type { SupplyUnit } from "../../analysis/provision/supply.ts";
import type { DecayName, SupplyMeasure, View } from "../view.ts";

/** Which measure of provision is asked for, and how. */
export interface ProvisionChoice {
  readonly measure: SupplyMeasure;
  /** Undefined where the measure knows no distances within the reach. */
  readonly decay: DecayName | undefined;
  /** The wish; undefined = as the capacities allow. */
  readonly unit: SupplyUnit | undefined;
}

/** How a measure may let nearness count; the first is what it takes without a choice. */
export const DECAYS: Readonly<Record<SupplyMeasure, readonly DecayName[]>> = {
  "per-10000": [],
  "2sfca": [],
  e2sfca: ["gaussian", "steps"],
  "3sfca": ["gaussian", "steps", "none"],
  bfca: ["gaussian", "steps", "none"],
};

export function provisionChoice({ supply: measure, decay, unit }: View): ProvisionChoice {
  const possible = DECAYS[measure];
  return {
    measure,
    decay: possible.find((one) => one === decay) ?? possible[0],
    unit: measure === "per-10000" ? "place" : unit,
  };
}
