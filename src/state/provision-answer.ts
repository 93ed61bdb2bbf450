import type { ClassBreaks } from "../analysis/classes/class-breaks.ts";
import type { SupplyUnit } from "../analysis/provision/supply.ts";
import type { CoverageAnswer } from "./coverage-answer.ts";
import type { ProvisionChoice } from "./selectors/provision-choice.ts";

/** A measure of provision over the areas of a level, in classes. One entry per area; NaN = no value. */
export interface ProvisionAnswer {
  /** The coverage with whose places, residents, reach and ways it was measured. */
  readonly coverage: CoverageAnswer;
  readonly choice: ProvisionChoice;
  /** Units of supply per 10,000 residents; with `bfca` the ratio to the city. */
  readonly values: Float64Array;
  /** Ratio to the city: 1 = as the city. */
  readonly toCity: Float64Array;
  readonly residents: Float64Array;
  readonly noneInReach: Float64Array;
  readonly city: {
    readonly value: number;
    readonly residents: number;
    readonly noneInReach: number;
    /** Units of all places, and of those with somebody in reach. */
    readonly supply: number;
    readonly supplyInReach: number;
  };
  /** What was counted in the end. */
  readonly unit: SupplyUnit;
  readonly unknownCapacity: number;
  /** Undefined where no area has a value. */
  readonly breaks: ClassBreaks | undefined;
  /** Index of the class, 255 = no value. */
  readonly classes: Uint8Array;
  readonly counts: Uint32Array;
}
