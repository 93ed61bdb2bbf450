import type { Origin } from "./provenance.ts";

/** What a row of the population stands for; `residential-land` and `area` are made by the fallback ladder, never read. */
export type PopulationBasis = "cells" | "blocks" | "addresses" | "residential-land" | "area";

export interface AgeGroup {
  /** As in the contract: `"0-6"`, `"65-"`. */
  readonly id: string;
  readonly from: number;
  /** Upper bound, not included; undefined = open above. */
  readonly to?: number | undefined;
  /** One value per row; NaN = missing. Single precision where that is exact. */
  readonly residents: Float64Array | Float32Array;
}

/** Residents by cell, block or address, one entry per row in every array. */
export interface Population {
  /** Centre in degrees (EPSG:4326). */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** NaN = missing (not stated or suppressed: see `suppressed`). */
  readonly residents: Float64Array;
  /** 1 where the missing value is suppressed by confidentiality. */
  readonly suppressed: Uint8Array;
  /** Edge length; NaN = not a square cell. Single precision where that is exact. */
  readonly cellSizeMetres: Float64Array | Float32Array;
  /** Given key of the Sozialraum per row, if the source has it (of the finest level that knows the key); "" = none. */
  readonly sozialraum?: readonly string[] | undefined;
  readonly groups: readonly AgeGroup[];
  readonly basis: "cells" | "blocks" | "addresses";
  readonly origin: Origin;
}
