/** Why a position that an address file gave is not that of the very address: said beside each of them. */
export type AddressDoubt =
  /** The number is in the file, its letter is not. */
  | "addition"
  /** Of several numbers of one place the first stands for it. */
  | "range"
  /** Words before the street may name another town; no postcode and no town confirmed it. */
  | "aside";

/** A row of an address file that is taken for an address. */
export interface FoundAddress {
  readonly match: "exact" | "approximate";
  readonly doubt?: AddressDoubt | undefined;
  /** Title of the address file. */
  readonly file: string;
  readonly line: number;
  /** As the file writes it. */
  readonly address: string;
}

/** How many positions an address file gave. */
export interface LocatedRows {
  /** Title of the address file. */
  readonly file: string;
  readonly exact: number;
  readonly approximate: number;
}

/** The row of an address file that somebody has chosen. */
export interface ChosenAddress {
  /** Title of the address file. */
  readonly file: string;
  readonly line: number;
  /** Whether it is the address that was looked for, or one beside it. */
  readonly match: "exact" | "approximate";
}

/** Where a position comes from that did not stand beside its row. */
export type PlaceLocation =
  | ({ readonly by: "address" } & FoundAddress)
  /** Somebody has said where it is; the address is the one that was chosen for it, `from` where it stands. */
  | { readonly by: "hand"; readonly address?: string | undefined; readonly from?: ChosenAddress | undefined };

/** Why an address has no position. */
export type AddressProblem =
  /** Several addresses are written like that, and the row does not say which is meant. */
  | "ambiguous"
  /** Only with another postcode, town or Ortsteil. */
  | "elsewhere"
  /** The street is there, the number is not. */
  | "number-unknown"
  | "street-unknown"
  /** No street with a number in it. */
  | "unreadable";

/** An address that may be meant, as its file writes it. */
export interface AddressCandidate {
  readonly address: string;
  readonly lon: number;
  readonly lat: number;
  readonly from: ChosenAddress;
}

/** What a text that is being typed can mean in the address files. */
export interface FoundAddresses {
  /** Streets to go on with, while no number is typed; with how many addresses. */
  readonly streets: readonly { readonly street: string; readonly count: number }[];
  readonly addresses: readonly (AddressCandidate & {
    /** Another one is written in the same way and lies elsewhere. */
    readonly isAlike: boolean;
  })[];
  /** So many more than these are not listed; Infinity = nobody has counted them. */
  readonly more: number;
}

/** What became of the rows of a file that have an address and no position. */
export interface AddressPreview {
  /** Titles of the address files that were asked; none: there is none. */
  readonly files: readonly string[];
  readonly total: number;
  readonly exact: number;
  readonly approximate: number;
  readonly byHand: number;
  /** Rows without a position, as many as are shown. */
  readonly open: readonly {
    readonly line: number;
    readonly address: string;
    readonly problem: AddressProblem;
    readonly candidates: readonly AddressCandidate[];
  }[];
  readonly openCount: number;
  /** Those that were placed by somebody, to be taken back. */
  readonly placed: readonly { readonly line: number; readonly address: string; readonly at: string }[];
}
