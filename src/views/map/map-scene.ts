import type { Background } from "../../domain/background.ts";
import type { FillPattern } from "../../domain/legend.ts";
import type { Level } from "../../domain/sozialraum.ts";

export type { FillPattern };

export interface AreaClass {
  readonly key: string;
  /** CSS colour of the fill. */
  readonly colour: string;
  readonly pattern: FillPattern;
  readonly label: string;
  /** Number of areas in the class, for the legend. */
  readonly count: number;
}

/** Circles whose area is proportional to a count. */
export interface AreaCircles {
  /** One value per area; NaN = no circle. */
  readonly values: Float64Array;
  /** Value whose circle has the largest radius. */
  readonly maximum: number;
  readonly colour: string;
}

export type PlaceShape = "circle" | "square" | "diamond" | "triangle" | "pentagon" | "hexagon";

export interface PlaceMark {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  readonly shape: PlaceShape;
  readonly colour: string;
  /** Planned places are drawn hollow, closed ones not at all unless asked for. */
  readonly hollow: boolean;
  readonly label: string;
  /** Drawn as this number in a ring, above all other places: a place in an order. */
  readonly number?: number | undefined;
}

/** The residents' cells, drawn by deck.gl: those of the boxes that are in view, painted when they are drawn. */
export interface CellSource {
  /** Interleaved west, south, east and north of each box in degrees; neighbours stand in one box. */
  readonly boxes: Float64Array;
  /** The inhabited cells of these boxes. */
  readonly cellsIn: (boxes: readonly number[]) => CellCloud;
}

/** Cells as flat arrays, one entry per cell. */
export interface CellCloud {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly cellSizeMetres: Float64Array;
  /** RGBA per cell. */
  readonly colours: Uint8Array;
}

/** Lines from the cells of one Sozialraum to their nearest place: lon, lat interleaved. */
export interface NearestLines {
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Residents per line, for its width. */
  readonly residents: Float64Array;
}

/** An area of its own shape, such as the land within a walk; the Sozialräume below it become pale. */
export interface MapZone {
  readonly geometry: GeoJSON.MultiPolygon;
  readonly colour: string;
  readonly opacity: number;
}

/** An area that somebody draws: closed, or still open with its corners. */
export interface DrawnArea {
  readonly corners: readonly { readonly lon: number; readonly lat: number }[];
  readonly isOpen: boolean;
}

/** Everything the map draws, as plain values: the one writer compares it with what is drawn and changes only that. */
export interface MapScene {
  readonly level: Level;
  /** Per area an index into `classes`. */
  readonly areaClass: Uint8Array;
  readonly classes: readonly AreaClass[];
  readonly circles?: AreaCircles | undefined;
  /** A coarser level whose borders are drawn above. */
  readonly outline?: Level | undefined;
  readonly selected?: number | undefined;
  /** Areas that are being compared, in the order of their colours. */
  readonly compared: readonly { readonly area: number; readonly colour: string }[];
  readonly places: readonly PlaceMark[];
  readonly selectedPlace?: string | undefined;
  readonly cells?: CellSource | undefined;
  readonly lines?: NearestLines | undefined;
  /** From below to above. */
  readonly zones?: readonly MapZone[] | undefined;
  readonly drawn?: DrawnArea | undefined;
  readonly backgrounds: readonly Background[];
}

export type MapTarget =
  | { readonly on: "sozialraum"; readonly area: number }
  | { readonly on: "anlaufpunkt"; readonly id: string };
