import type { AddressCandidate, AddressProblem, LocatedRows } from "../../domain/address.ts";

/** What became of the rows that have no position of their own. */
export interface LocatedByAddress {
  /** The address files that were asked. */
  readonly files: readonly LocatedRows[];
  /** Rows with an address and no position, those that somebody has placed among them. */
  readonly total: number;
  readonly byHand: readonly { readonly line: number; readonly address: string; readonly at: string }[];
  readonly open: readonly {
    readonly line: number;
    readonly address: string;
    readonly problem: AddressProblem;
    readonly candidates: () => AddressCandidate[];
  }[];
}
