import type { AddressRows } from "../../../src/ingest/addresses/address-rows.ts";
import { codedTexts } from "../../../src/ingest/addresses/coded-texts.ts";
import { houseNumber } from "../../../src/ingest/addresses/house-number.ts";

/** A row of an address file as a test writes it. */
export interface WrittenRow {
  readonly street: string;
  readonly number: string;
  readonly postcode?: string;
  readonly place?: string;
  readonly lon: number;
  readonly lat: number;
}

/** As they are read of a file; lines are counted from 2. */
export function addressRowsOf(rows: readonly WrittenRow[]): AddressRows {
  const numbers = rows.map(({ number }) => houseNumber(number) ?? { number: 0, addition: "" });
  const coded = (of: (row: WrittenRow) => string) => codedTexts(rows.length, (k) => of(rows[k] as WrittenRow));
  return {
    count: rows.length,
    street: coded(({ street }) => street),
    number: Int32Array.from(numbers, ({ number }) => number),
    addition: codedTexts(rows.length, (k) => numbers[k]?.addition ?? ""),
    postcode: coded(({ postcode = "" }) => postcode),
    place: coded(({ place = "" }) => place),
    district: coded(() => ""),
    lon: Float64Array.from(rows, ({ lon }) => lon),
    lat: Float64Array.from(rows, ({ lat }) => lat),
    line: Int32Array.from(rows, (_, k) => k + 2),
  };
}
