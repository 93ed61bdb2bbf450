import type { LegendMark } from "../../../domain/legend.ts";

const SHAPES: readonly LegendMark["shape"][] = ["circle", "square", "diamond", "triangle", "pentagon", "hexagon"];
/** Told apart by form; from the seventh kind on by a second dark ink as well. */
const INKS = ["#14222b", "#5b3a86", "#7a4a12"] as const;

/** The sign of a kind, by its place in the package's list of kinds. */
export function kindMark(index: number): { shape: LegendMark["shape"]; colour: string } {
  const shape = SHAPES[index % SHAPES.length] ?? "circle";
  const colour = INKS[Math.floor(index / SHAPES.length) % INKS.length] ?? INKS[0];
  return { shape, colour };
}
