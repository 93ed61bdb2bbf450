import type { LocalPlane } from "../../geo/local-plane.ts";
import type { SegmentGrid } from "../../geo/segment-grid.ts";

/**
 * The network that people walk, prepared once for any places and residents. Flat arrays: about 60 bytes per edge, 50 per vertex of its
 * lines and 20 per node. Lengths are metres on the ellipsoid in steps of 2⁻²⁰ m, so that sums of them are exact in any order.
 */
export interface WalkingGraph {
  readonly plane: LocalPlane;
  /** Metres of the plane, one entry per node. */
  readonly nodeX: Float64Array;
  readonly nodeY: Float64Array;
  /** Per edge its ends; an edge of one way is walked from `from` to `to` only. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly length: Float64Array;
  readonly oneWay: Uint8Array;
  /** Which line of the network the edge is. */
  readonly line: Uint32Array;
  /** Edge e has the vertices lineStarts[e] … lineStarts[e+1]−1 of `segments`, from `from` to `to`. */
  readonly lineStarts: Uint32Array;
  /** Per vertex: metres walked along its edge to there, and the edge. */
  readonly along: Float64Array;
  readonly edgeOfVertex: Uint32Array;
  readonly segments: SegmentGrid;
  /** From where one comes to node v in one step: arcNode[arcStarts[v]] … over arcLength metres. */
  readonly arcStarts: Uint32Array;
  readonly arcNode: Uint32Array;
  readonly arcLength: Float64Array;
  readonly islands: Islands;
  readonly report: WalkingGraphReport;
}

/** The parts of a network between which there is no way in any direction. Part 0 is the longest: the main part; the others are islands. */
export interface Islands {
  /** Per edge its part. */
  readonly partOfEdge: Uint32Array;
  /** Metres of way per part, descending. */
  readonly lengthOfPart: Float64Array;
}

/** What a network is like, for the page that says so. */
export interface WalkingGraphReport {
  readonly edges: number;
  readonly nodes: number;
  readonly metres: number;
  readonly oneWay: number;
  /** Edges of class `steps`, and whether they were left out. */
  readonly steps: number;
  readonly withoutSteps: boolean;
  /** Edges whose stated length is by more than a hundredth shorter than their line. */
  readonly tooShort: number;
  readonly islands: number;
  readonly islandEdges: number;
  readonly islandMetres: number;
}

/** The finest step of a length, in parts of a metre. */
const STEPS_PER_METRE = 2 ** 20;

/** A length in steps of 2⁻²⁰ m: sums up to eight million kilometres are exact. */
export function inSteps(metres: number): number {
  return Math.round(metres * STEPS_PER_METRE) / STEPS_PER_METRE;
}
