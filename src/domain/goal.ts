import type { Localized } from "./localized.ts";
import type { Period } from "./period.ts";

/** Strategic goal (without parent) or operational goal. */
export interface Goal {
  readonly id: string;
  readonly title: Localized;
  readonly parent?: string | undefined;
  readonly description?: Localized | undefined;
  /** Ids of indicators that the goal itself names; an indicator may also name the goal. */
  readonly indicators: readonly string[];
  readonly target?: number | undefined;
  readonly targetDate?: Period | undefined;
  readonly catalogue: string;
  readonly resource: string;
}
