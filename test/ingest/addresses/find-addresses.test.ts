import { describe, expect, test } from "vitest";
import { AddressBook } from "../../../src/ingest/addresses/address-book.ts";
import { findAddresses } from "../../../src/ingest/addresses/find-addresses.ts";
import { addressRowsOf, type WrittenRow } from "./address-rows-of.ts";

const flensburg = { postcode: "24937", place: "Flensburg" };
const TOWN: readonly WrittenRow[] = [
  { street: "Hauptstraße", number: "5", ...flensburg, lon: 9.43, lat: 54.78 },
  { street: "Hauptstraße", number: "5", postcode: "24955", place: "Harrislee", lon: 9.38, lat: 54.81 },
  { street: "Hauptstraße", number: "12", ...flensburg, lon: 9.431, lat: 54.78 },
  { street: "Hauptstraße", number: "12a", ...flensburg, lon: 9.4311, lat: 54.78 },
  { street: "Hauptstraße", number: "120", ...flensburg, lon: 9.4312, lat: 54.78 },
  { street: "Hauptstraße Nord", number: "1", ...flensburg, lon: 9.44, lat: 54.79 },
  { street: "Alte Hauptstraße", number: "12", ...flensburg, lon: 9.45, lat: 54.79 },
  { street: "Sankt-Jürgen-Straße", number: "12", ...flensburg, lon: 9.46, lat: 54.79 },
  { street: "Am Markt", number: "1", ...flensburg, lon: 9.5, lat: 54.7 },
  { street: "Am Markt", number: "1", ...flensburg, lon: 9.5002, lat: 54.7 },
  { street: "Am Markt", number: "2", ...flensburg, lon: 9.5, lat: 54.7 },
  { street: "Am Markt", number: "2", ...flensburg, lon: 9.6, lat: 54.7 },
];
const book = new AddressBook([{ title: "Adressen", rows: addressRowsOf(TOWN) }]);

/** Lines of the file, „~“ where the address is only beside what was typed, „=“ where another is written the same; then streets. */
function lines(text: string): string {
  const { addresses, streets } = findAddresses(book, text);
  return [
    ...addresses.map(({ from, isAlike }) => `${from.match === "exact" ? "" : "~"}${from.line}${isAlike ? "=" : ""}`),
    ...streets.map(({ street, count }) => `${street} ${count}`),
  ].join(", ");
}

describe("what is typed into a field for an address", () => {
  test.each([
    ["", ""],
    ["h", ""],
    ["xyz", ""],
    // A street to go on with; numbers as soon as one is meant.
    ["haupt", "Hauptstraße 5, Hauptstraße Nord 1, Alte Hauptstraße 1"],
    ["Hauptstr.", "2, 3, 4, 5, 6, Hauptstraße Nord 1, Alte Hauptstraße 1"],
    ["jürgen", "9"],
    ["Hauptstr. n", "7"],
    // The very number first, with a letter behind it, then where it may go on; other streets after the one that is called so.
    ["Hauptstr. 12", "4, 8, 5, 6"],
    ["hauptstrasse 12 A", "5"],
    ["Hauptstraße 12 c", "~4, ~8"],
    ["Hauptstr 7", "~2, ~3, ~4, ~5, ~6"],
    ["St. Jürgenstr. 12", "9"],
    // Letters that are wrong are forgiven where nothing else is called so.
    ["Haubtstraße 120", "6"],
    // The town, once it is told apart.
    ["Hauptstr. 5", "2, 3"],
    ["Hauptstr. 5, 24955", "3"],
    ["Hauptstr. 5 Harr", "3"],
    ["Hauptstr. 5, Harrislee", "3"],
    ["Harrislee, Hauptstr. 5", "3"],
    ["Hauptstr. 5, Kiel", "2, 3"],
    // Two doors are one house; two houses that are written alike are told.
    ["Am Markt 1", "10"],
    ["Am Markt 2", "12=, 13="],
  ])("„%s“ → %s", (text, expected) => expect(lines(text)).toBe(expected));

  test("says how many more there are than can be read", () => {
    const long = Array.from({ length: 30 }, (_, k) => ({
      street: "Ring",
      number: `${k + 1}`,
      lon: 9,
      lat: 54 + k / 100,
    }));
    const found = findAddresses(new AddressBook([{ title: "x", rows: addressRowsOf(long) }]), "Ring");
    expect([found.addresses.length, found.more]).toEqual([8, 22]);
    // Of a number in hundreds of streets nobody has counted all.
    const wide = Array.from({ length: 400 }, (_, k) => ({
      street: `Ring ${"x".repeat(k)}`,
      number: "5",
      lon: 9,
      lat: 54,
    }));
    const many = findAddresses(new AddressBook([{ title: "x", rows: addressRowsOf(wide) }]), "Ring 5");
    expect([many.addresses.length, many.more]).toEqual([8, Number.POSITIVE_INFINITY]);
  });
});
