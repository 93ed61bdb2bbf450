import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AddressBook, type BookEntry, lineOf, wordsOf } from "../../../src/ingest/addresses/address-book.ts";
import type { WantedAddress } from "../../../src/ingest/addresses/address-rows.ts";
import { houseNumber } from "../../../src/ingest/addresses/house-number.ts";
import { matchAddress } from "../../../src/ingest/addresses/match-address.ts";
import { streetKey } from "../../../src/ingest/addresses/street-key.ts";
import { writtenAddresses } from "../../../src/ingest/addresses/written-address.ts";
import { addressRowsOf, type WrittenRow } from "./address-rows-of.ts";

const bookOf = (...files: readonly (readonly WrittenRow[])[]) =>
  new AddressBook(files.map((rows, k) => ({ title: `Datei ${k + 1}`, rows: addressRowsOf(rows) })));

const wanted = (text: string): WantedAddress[] => writtenAddresses(text).map((one) => ({ ...one, district: "" }));

/** „3“ = line 3, exact; „3 addition“ = line 3 with that doubt; else the problem with what may be meant. */
function answer(book: AddressBook, text: string): string | readonly string[] {
  const match = matchAddress(book, wanted(text));
  if ("entry" in match) return `${lineOf(match.entry)}${match.doubt ? ` ${match.doubt}` : ""}`;
  return [match.problem, ...match.candidates().map(({ address }) => address)];
}

/** Two towns that have a Hauptstraße each, one street per case. Lines are counted from 2. */
const TOWN: readonly WrittenRow[] = [
  { street: "Hauptstraße", number: "5", postcode: "24937", place: "Flensburg", lon: 9.43, lat: 54.78 },
  { street: "Hauptstraße", number: "5", postcode: "24955", place: "Harrislee", lon: 9.38, lat: 54.81 },
  { street: "Sankt-Jürgen-Straße", number: "12", postcode: "24937", place: "Flensburg", lon: 9.44, lat: 54.79 },
  { street: "Sankt-Jürgen-Straße", number: "12a", postcode: "24937", place: "Flensburg", lon: 9.441, lat: 54.79 },
  { street: "Große Straße", number: "3", postcode: "24937", place: "Flensburg", lon: 9.435, lat: 54.785 },
  { street: "Norderstraße", number: "7b", postcode: "24939", place: "Flensburg", lon: 9.431, lat: 54.79 },
  { street: "Norderstraße", number: "9", postcode: "24939", place: "Flensburg", lon: 9.4315, lat: 54.791 },
  { street: "Straße des 17. Juni", number: "135", lon: 9.45, lat: 54.8 },
  { street: "Am Markt", number: "1", postcode: "24937", place: "Flensburg", lon: 9.5, lat: 54.7 },
  { street: "Am Markt", number: "1", postcode: "24937", place: "Flensburg", lon: 9.5002, lat: 54.7 },
];

describe("an address in the book", () => {
  const book = bookOf(TOWN);
  test.each([
    ["Sankt-Jürgen-Straße 12", "4"],
    ["St. Jürgen-Str. 12, 24937 Flensburg", "4"],
    ["ST JUERGENSTR. 012", "4"],
    ["Sankt Jürgen Straße 12 A", "5"],
    ["Sankt-Jürgen-Straße 12-a, D-24937 Flensburg", "5"],
    ["Grosse Str. 3", "6"],
    ["Str. des 17. Juni 135", "9"],
    ["Hauptstr. 5, 24955 Harrislee", "3"],
    ["Hauptstr. 5 (Harrislee)", "3"],
    ["24937 Flensburg, Hauptstraße 5", "2"],
    ["Hauptstraße 5, Flensburg-Mürwik", "2"],
    ["Haus der Jugend, Große Straße 3, 2. OG, 24937 Flensburg", "6"],
  ])("„%s“ is the one in line %s", (text, line) => {
    expect(answer(book, text)).toBe(line);
  });

  test.each([
    ["Sankt-Jürgen-Straße 12 c", "4 addition"],
    ["Große Straße 3-7", "6 range"],
    ["Große Straße 3 bis 7", "6 range"],
    ["Sankt-Jürgen-Straße 12a-c", "5 range"],
    ["Kappeln, Straße des 17. Juni 135", "9 aside"],
  ])("„%s“ is nearly the one in line %s, and that is said", (text, line) => {
    expect(answer(book, text)).toBe(line);
  });

  test("is not chosen among several, and they are named", () => {
    expect(answer(book, "Hauptstr. 5")).toEqual([
      "ambiguous",
      "Hauptstraße 5, 24937 Flensburg",
      "Hauptstraße 5, 24955 Harrislee",
    ]);
  });

  test("is not taken from another town or postcode than the row says", () => {
    expect(answer(book, "Große Straße 3, 24939 Flensburg")).toEqual(["elsewhere", "Große Straße 3, 24937 Flensburg"]);
    expect(answer(book, "Große Straße 3, Kiel")).toEqual(["elsewhere", "Große Straße 3, 24937 Flensburg"]);
  });

  test("with a number that is not there is not moved to the next house", () => {
    expect(answer(book, "Norderstr. 7")).toEqual(["number-unknown", "Norderstraße 7 b, 24939 Flensburg"]);
    expect(answer(book, "Norderstr. 8")).toEqual([
      "number-unknown",
      "Norderstraße 7 b, 24939 Flensburg",
      "Norderstraße 9, 24939 Flensburg",
    ]);
  });

  test("with another spelling is offered and never taken", () => {
    expect(answer(book, "Grose Straße 3")).toEqual(["street-unknown", "Große Straße 3, 24937 Flensburg"]);
    expect(answer(book, "Nordestraße 9")).toEqual(["street-unknown", "Norderstraße 9, 24939 Flensburg"]);
    expect(answer(book, "Kastanienallee 3")).toEqual(["street-unknown"]);
    expect(answer(book, "Am Rathausplatz")).toEqual(["unreadable"]);
  });

  test("with two doors of one house is one place", () => {
    expect(answer(book, "Am Markt 1")).toBe("10");
  });

  test("in two files that say the same is one place, in two that differ it is none", () => {
    const one = TOWN.slice(4, 5);
    expect(answer(bookOf(one, one), "Große Str. 3")).toBe("2");
    const far = one.map((row) => ({ ...row, lat: row.lat + 0.01 }));
    expect(answer(bookOf(one, far), "Große Str. 3")).toEqual([
      "ambiguous",
      "Große Straße 3, 24937 Flensburg",
      "Große Straße 3, 24937 Flensburg",
    ]);
  });
});

describe("whatever the addresses are", () => {
  const street = fc.constantFrom("Hauptstraße", "Am Markt", "Sankt-Jürgen-Straße", "Käthe-Kollwitz-Platz", "Ringweg");
  const postcode = fc.constantFrom("", "24937", "24939");
  const row = fc.record({
    street,
    number: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom("", "a", " B")).map(([n, a]) => `${n}${a}`),
    postcode,
    lon: fc.integer({ min: 0, max: 3 }).map((step) => 9 + step / 100),
    lat: fc.constant(54),
  });
  const asked = fc
    .record({ street, number: fc.integer({ min: 1, max: 5 }), letter: fc.constantFrom("", "a", "b", "c"), postcode })
    .map(({ street: name, number, letter, postcode: code }) => `${name} ${number}${letter}${code && `, ${code} Ort`}`);
  const place = (book: AddressBook, text: string): unknown => {
    const match = matchAddress(book, wanted(text));
    if (!("entry" in match)) return [match.problem, match.candidates().map(({ from: _, ...candidate }) => candidate)];
    const { file, row: at } = match.entry;
    return [file.rows.lon[at], file.rows.lat[at], wordsOf(match.entry), match.doubt];
  };

  test("their order in the file changes nothing", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), asked, fc.infiniteStream(fc.nat()), (rows, text, keys) => {
        const shuffled = rows
          .map((each) => ({ each, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        expect(place(bookOf(shuffled), text)).toEqual(place(bookOf(rows), text));
      }),
      { numRuns: 150 },
    );
  });

  test("other streets beside them take no match away", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), fc.array(row, { maxLength: 8 }), asked, (rows, others, text) => {
        const beside = others.map((each) => ({ ...each, street: `Alte ${each.street}` }));
        expect(place(bookOf([...rows, ...beside]), text)).toEqual(place(bookOf(rows), text));
      }),
      { numRuns: 150 },
    );
  });

  const spellings: readonly ((text: string) => string)[] = [
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    (text) => text.replaceAll("ä", "ae").replaceAll("ü", "ue").replaceAll("ß", "ss"),
    (text) => text.normalize("NFD"),
    (text) => text.replaceAll("-", " "),
    (text) => text.replace(/straße/i, "str."),
    (text) => text.replace("-Straße", "straße"),
    (text) => text.replace("Sankt", "St."),
    (text) => text.replace(/platz/i, "Pl."),
    (text) => text.replace(/(\d)([a-c])/, "$1 $2"),
  ];
  test("they are found however they are spelled", () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 8 }),
        asked,
        fc.subarray([...spellings]),
        (rows, text, changes) => {
          const spelled = changes.reduce((sum, change) => change(sum), text);
          expect(place(bookOf(rows), spelled)).toEqual(place(bookOf(rows), text));
        },
      ),
      { numRuns: 200 },
    );
  });

  test("they are the ones that comparing every row with every rule finds", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 14 }), asked, (rows, text) => {
        const [want] = wanted(text);
        if (!want) throw new Error(`unreadable: ${text}`);
        const letters = want.addition === "" ? [""] : [want.addition, ""];
        const steps = letters.map((letter) =>
          rows.filter((each) => {
            const own = houseNumber(each.number);
            return (
              streetKey(each.street) === streetKey(want.street) &&
              own?.number === want.number &&
              own.addition === letter &&
              (want.postcode === "" || each.postcode === "" || each.postcode === want.postcode)
            );
          }),
        );
        const at = steps.findIndex((step) => step.length > 0);
        const step = steps[at];
        // One that has the postcode goes before one that has none.
        const named = step?.filter((each) => want.postcode !== "" && each.postcode === want.postcode) ?? [];
        const kept = named.length > 0 ? named : (step ?? []);
        const match = matchAddress(bookOf(rows), wanted(text));
        const entry: BookEntry | undefined = "entry" in match ? match.entry : undefined;
        if (step && new Set(kept.map(({ lon }) => lon)).size === 1) {
          expect(entry?.file.rows.lon[entry.row]).toBe(kept[0]?.lon);
          expect("doubt" in match ? match.doubt : undefined).toBe(at === 0 ? undefined : "addition");
        } else {
          expect(entry).toBeUndefined();
          expect("problem" in match && match.problem === "ambiguous").toBe(step !== undefined);
        }
      }),
      { numRuns: 300 },
    );
  });
});
