import type { Decay } from "./decay.ts";
import type { SupplyUnit } from "./supply.ts";

/**
 * - `2sfca`: two-step floating catchment area (Luo & Wang 2003, Environment and Planning B 30); with a decay E2SFCA (Luo & Qi 2009,
 *   Health & Place 15).
 * - `3sfca`: with a step before, in which residents divide themselves among the places (Wan, Zou & Sternberg 2012, IJGIS 26).
 * - `bfca`: balanced (Páez, Higgins & Vivona 2019, PLoS ONE 14): nobody and no level of service is counted twice.
 */
export type ProvisionMethod = "2sfca" | "3sfca" | "bfca";

export interface ProvisionOptions {
  readonly method: ProvisionMethod;
  /** Metres. */
  readonly reach: number;
  /** Factor on the straight line; default 1. */
  readonly detour?: number | undefined;
  /** Default: none. */
  readonly decay?: Decay | undefined;
  /** Default: see `supplyOf`. */
  readonly unit?: SupplyUnit | undefined;
}

/** One entry per Sozialraum. NaN = no value, as no residents are known. */
export interface ProvisionOfAreas {
  /** Mean over the residents, in units of supply per 10,000. */
  readonly per10000: Float64Array;
  /** `per10000` over that of the city: 1 = as the city. The only one to compare for BFCA, whose values hang on the number of points. */
  readonly toCity: Float64Array;
  readonly residents: Float64Array;
  /** Residents with no place in reach. */
  readonly noneInReach: Float64Array;
}

/** Over all areas; who lives outside of them competes for the places but is in no mean. NaN = no value. */
export interface ProvisionOfCity {
  readonly per10000: number;
  readonly residents: number;
  readonly noneInReach: number;
  /** Units of supply of all sites, and of those with somebody in reach: only these can be divided. */
  readonly supply: number;
  readonly supplyInReach: number;
}

export interface Provision {
  readonly method: ProvisionMethod;
  /** Units of supply per resident at each point, whether somebody lives there or not; 0 = no place in reach. */
  readonly points: Float64Array;
  /** Per site its units of supply per resident who competes for it; NaN = nobody in reach. */
  readonly sites: Float64Array;
  readonly areas: ProvisionOfAreas;
  readonly city: ProvisionOfCity;
}
