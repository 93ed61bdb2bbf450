/**
 * Missing is not zero: a value is a number or the reason why there is none. No layer turns one into another.
 * `not-stated` „keine Angabe“, `suppressed` „geheim gehalten“, `not-applicable` „nicht sinnvoll“.
 */
export type MissingReason = "not-stated" | "suppressed" | "not-applicable";

export type Measured = number | MissingReason;

/** How an observation stands in its table; `estimated` carries a number, the missing reasons do not. */
export type ObservationStatus = "ok" | "estimated" | MissingReason;

export const MISSING_REASONS: readonly MissingReason[] = ["not-stated", "suppressed", "not-applicable"];

export function isKnown(value: Measured | undefined): value is number {
  return typeof value === "number";
}
