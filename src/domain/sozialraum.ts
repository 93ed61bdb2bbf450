import type { Shapes } from "../geo/shapes.ts";
import type { Localized } from "./localized.ts";
import type { Measured } from "./measured.ts";
import type { Origin } from "./provenance.ts";

/** The small area that social planning observes. */
export interface Sozialraum {
  readonly id: string;
  readonly name: string;
  /** Id of the area of the parent level. */
  readonly parent?: string | undefined;
  /** Published totals with a date of their own (`Level.origin.period`); absent = the source has no such column. */
  readonly residents?: Measured | undefined;
  readonly households?: Measured | undefined;
  readonly areaSquareMetres?: number | undefined;
}

/** One cut of the city into Sozialräume; `shapes` has one area per entry of `sozialraeume`, in the same order: ascending by id (code units). */
export interface Level {
  readonly id: string;
  readonly title: Localized;
  readonly parentLevel?: string | undefined;
  readonly sozialraeume: readonly Sozialraum[];
  readonly shapes: Shapes;
  readonly origin: Origin;
}
