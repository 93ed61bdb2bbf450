import type { LegendMark } from "../../../domain/legend.ts";

const SHAPES: readonly LegendMark["shape"][] = ["circle", "square", "diamond", "triangle", "pentagon", "hexagon"];
/** Told apart by form; from the seventh kind on by a second dark ink as well. */
const INKS = ["#14222b", "#5b3a86", "#7a4a12"] as const;

/** Of a place that the shown what-if adds, moves or opens. */
export const CHANGED_INK = "#0b4f9e";
/** Of a place that is there and does not count for what is asked. */
export const MUTED_INK = "#8b989f";

/** The sign of a kind, by its place in the package's list of kinds. */
export function kindMark(index: number): { shape: LegendMark["shape"]; colour: string } {
  const shape = SHAPES[index % SHAPES.length] ?? "circle";
  const colour = INKS[Math.floor(index / SHAPES.length) % INKS.length] ?? INKS[0];
  return { shape, colour };
}
