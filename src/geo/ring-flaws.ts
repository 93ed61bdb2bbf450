import GeometryFactory from "jsts/org/locationtech/jts/geom/GeometryFactory.js";
import GeoJSONReader from "jsts/org/locationtech/jts/io/GeoJSONReader.js";
import IsValidOp from "jsts/org/locationtech/jts/operation/valid/IsValidOp.js";

/** Why rings are no valid area, by the rules of OGC Simple Features 1.2.1, § 6.1.11. */
export type RingFlawReason =
  | "crosses-itself"
  | "touches-itself"
  | "hole-outside"
  | "nested"
  | "cut-off"
  | "same-ring-twice"
  | "too-few-points"
  | "not-built";

export interface RingFlawPlace {
  readonly reason: RingFlawReason;
  /** Where, in the coordinates of the geometry; absent where it is no place. */
  readonly at?: readonly [x: number, y: number] | undefined;
}

const REASONS: readonly (readonly [RegExp, RingFlawReason])[] = [
  [/^ring self/i, "touches-itself"],
  [/^self-intersection/i, "crosses-itself"],
  [/outside shell/i, "hole-outside"],
  [/nested/i, "nested"],
  [/disconnected/i, "cut-off"],
  [/duplicate/i, "same-ring-twice"],
  [/too few/i, "too-few-points"],
];

interface ValidityError {
  getMessage(): string;
  getCoordinate(): { readonly x: number; readonly y: number } | null;
}

/** The first flaw of an area (JTS, `IsValidOp`); undefined when it is valid. Polygons and multipolygons with closed rings. */
export function ringFlaw(geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon): RingFlawPlace | undefined {
  try {
    const check = new IsValidOp(new GeoJSONReader(new GeometryFactory()).read(geometry));
    if (check.isValid()) return undefined;
    const error = check.getValidationError() as unknown as ValidityError;
    const message = error.getMessage();
    const at = error.getCoordinate();
    return {
      reason: REASONS.find(([pattern]) => pattern.test(message))?.[1] ?? "not-built",
      at: at ? [at.x, at.y] : undefined,
    };
  } catch {
    return { reason: "not-built" };
  }
}
