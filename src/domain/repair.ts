import type { ChosenAddress } from "./address.ts";

/** A change of the data that the user has agreed to; it is made anew at each reading, and the file stays as it was. */
export type Repair =
  /** Rings that cross themselves are cut at the crossings. */
  | { readonly repair: "make-valid" }
  /** Areas that overlap by less than this share of the smaller one: the overlap goes to the one with the smaller id. */
  | { readonly repair: "cut-overlaps"; readonly share: number }
  /** Of rows that are the same in every cell the first stays. */
  | { readonly repair: "drop-duplicates" }
  /** Rows that are left out, by their lines in the file. */
  | { readonly repair: "leave-out"; readonly lines: readonly number[] }
  /** A value that is put in the place of another, by line and column of the file. */
  | { readonly repair: "set-value"; readonly line: number; readonly column: string; readonly value: string }
  /** Where a row lies, in degrees; the address that was chosen for it, where one was, and where that stands. */
  | {
      readonly repair: "set-position";
      readonly line: number;
      readonly lon: number;
      readonly lat: number;
      readonly address?: string | undefined;
      readonly from?: ChosenAddress | undefined;
    };

export type RepairKind = Repair["repair"];

/** What repairs have changed: rows, areas or values of a kind, as many as there were. */
export interface MadeRepair {
  readonly repair: RepairKind;
  readonly count: number;
}

/** A repair that a finding offers. */
export interface OfferedRepair {
  /** Name of the resource. */
  readonly resource: string;
  readonly repair: Repair;
}
