import { plainLetters } from "../../domain/plain-letters.ts";
import { textAt } from "../cell-texts.ts";
import type { RawColumn, RawTable } from "../raw-table.ts";
import type { ResourceColumns } from "../resource-columns.ts";
import { type CodedTexts, codedTexts } from "./coded-texts.ts";
import { houseNumber } from "./house-number.ts";
import { type WrittenAddress, writtenAddresses } from "./written-address.ts";

/** Columns of the contract that hold an address or a part of one. */
type AddressColumn = "street" | "number" | "addition" | "postcode" | "place" | "district" | "address";
export const ADDRESS_COLUMNS: readonly string[] = [
  ...["street", "number", "addition", "postcode", "place", "district", "address"],
];

/** An address that is looked for. */
export interface WantedAddress extends WrittenAddress {
  /** Ortsteil, where a column of its own says it. */
  readonly district: string;
}

/** The addresses of a table of which each row has a position: numbers and indices, to be small. */
export interface AddressRows {
  readonly count: number;
  readonly street: CodedTexts;
  readonly number: Int32Array;
  readonly addition: CodedTexts;
  readonly postcode: CodedTexts;
  readonly place: CodedTexts;
  readonly district: CodedTexts;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** In the file. */
  readonly line: Int32Array;
}

/** How a table names addresses; undefined when it has no column for a street or a whole address. */
export function addressCells(columns: ResourceColumns): AddressCells | undefined {
  const found = Object.fromEntries(ADDRESS_COLUMNS.map((ours) => [ours, columns.find(ours)])) as Columns;
  return found.street || found.address ? new AddressCells(found) : undefined;
}

type Columns = Readonly<Record<AddressColumn, RawColumn | undefined>>;

export class AddressCells {
  readonly #columns: Columns;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** The column that a row without an address is told of. */
  get name(): string {
    return (this.#columns.street ?? this.#columns.address)?.name ?? "";
  }

  #at(ours: AddressColumn, row: number): string {
    return textAt(this.#columns[ours], row) ?? "";
  }

  /** The address of a row in one line, as it is shown and told; "" when it has none. */
  shown(row: number): string {
    const at = (ours: AddressColumn) => this.#at(ours, row);
    if (at("street") === "") return at("address");
    const street = [at("street"), `${at("number")}${at("addition") === "" ? "" : ` ${at("addition")}`}`];
    const town = [at("postcode"), at("place")].filter((text) => text !== "").join(" ");
    return [street.filter((text) => text !== "").join(" "), town].filter((text) => text !== "").join(", ");
  }

  /** What may be meant by a row, the likeliest first; none when it has no street with a number. */
  wanted(row: number): WantedAddress[] {
    const at = (ours: AddressColumn) => this.#at(ours, row);
    const street = at("street");
    const number = houseNumber(`${at("number")} ${at("addition")}`);
    const own = { postcode: plainPostcode(at("postcode")), place: at("place"), district: at("district") };
    if (street !== "" && number) return [{ street, ...number, ...own, aside: "" }];
    const whole = street === "" ? at("address") : `${street} ${at("number")} ${at("addition")}`.trim();
    return writtenAddresses(whole).map((written) => ({
      ...written,
      postcode: own.postcode || written.postcode,
      place: [own.place, written.place].filter((text) => text !== "").join(" "),
      district: own.district,
    }));
  }
}

/** Zeros before a number, and the country before it, say nothing; leading zeros that a spreadsheet has lost come back. */
function plainPostcode(text: string): string {
  const [digits] = /\d{4,5}/.exec(text) ?? [];
  return digits === undefined ? "" : digits.padStart(5, "0");
}

/**
 * The addresses of the rows that have a position.
 * @param positions degrees, NaN where a row has none
 * @param onUnreadable hears of rows with a position that name no street with a number
 */
export function addressRows(
  cells: AddressCells,
  { lon, lat }: { readonly lon: Float64Array; readonly lat: Float64Array },
  { rowCount, lineOf }: Pick<RawTable, "rowCount" | "lineOf">,
  onUnreadable: (row: number) => void,
): AddressRows {
  const rows: number[] = [];
  const found: WantedAddress[] = [];
  for (let row = 0; row < rowCount; row++) {
    if (Number.isNaN(lon[row] as number)) continue;
    const [wanted] = cells.wanted(row);
    if (wanted) {
      rows.push(row);
      found.push(wanted);
    } else onUnreadable(row);
  }
  const coded = (of: (wanted: WantedAddress) => string) =>
    codedTexts(found.length, (k) => of(found[k] as WantedAddress));
  return {
    count: found.length,
    street: coded(({ street }) => street),
    number: Int32Array.from(found, ({ number }) => number),
    addition: coded(({ addition }) => addition),
    postcode: coded(({ postcode }) => postcode),
    place: coded(({ place }) => place),
    district: coded(({ district }) => district),
    lon: Float64Array.from(rows, (row) => lon[row] as number),
    lat: Float64Array.from(rows, (row) => lat[row] as number),
    line: Int32Array.from(rows, lineOf),
  };
}

/** „Musterstraße 12 a, 24937 Flensburg (Mürwik)“ */
export function addressInWords(rows: AddressRows, row: number): string {
  const text = ({ codes, texts }: CodedTexts) => texts[codes[row] as number] ?? "";
  const addition = text(rows.addition);
  const number = `${rows.number[row]}${/^[\p{L}\d]/u.test(addition) ? " " : ""}${addition}`;
  const town = [text(rows.postcode), text(rows.place)].filter((part) => part !== "").join(" ");
  const district = text(rows.district);
  const isSaid = district === "" || plainLetters(text(rows.place)).includes(plainLetters(district));
  const street = [`${text(rows.street)} ${number}`, town].filter((part) => part !== "").join(", ");
  return isSaid ? street : `${street} (${district})`;
}
