import type { CoverageStatus } from "../../../domain/coverage-row.ts";
import type { FillPattern } from "../../../domain/legend.ts";

export const STATUS_ORDER: readonly CoverageStatus[] = ["served", "reached", "gap", "unknown"];

/**
 * Four states that differ in hue, in lightness (L* 45, 81, 53 with a pattern of its own, 82 hatched) and in pattern: the gap carries
 * dots so that it stays apart from „served“ in grey print.
 */
export const STATUS_FILLS: Readonly<Record<CoverageStatus, { colour: string; pattern: FillPattern }>> = {
  served: { colour: "#1d7874", pattern: "none" },
  reached: { colour: "#a5d0c9", pattern: "none" },
  gap: { colour: "#e2592b", pattern: "none" },
  unknown: { colour: "#dde2e4", pattern: "hatch" },
};
