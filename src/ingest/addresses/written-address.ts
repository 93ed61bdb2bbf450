import { plainLetters } from "../../domain/plain-letters.ts";
import { HOUSE_NUMBER, houseNumber } from "./house-number.ts";

/** An address as somebody has written it, taken apart; "" = not said. */
export interface WrittenAddress {
  readonly street: string;
  readonly number: number;
  readonly addition: string;
  readonly postcode: string;
  /** Town, Ortsteil or both, as they stand behind the street. */
  readonly place: string;
  /** Stands before the street: the name of a house, perhaps a town. */
  readonly aside: string;
}

const POSTCODE = /(?:^|\s)(?:D[-\s]{0,2})?(\d{5})(?=\s|$)/;
const STREET_AND_NUMBER = new RegExp(
  `^(.*?(?:[\\p{L}\\p{M}.)]\\s*|\\d\\s+))(?:(?:haus)?nr\\.?\\s*)?(${HOUSE_NUMBER})$`,
  "iu",
);
const ONLY_NUMBER = new RegExp(`^(?:(?:haus)?nr\\.?\\s*)?(${HOUSE_NUMBER})$`, "iu");
const SHORT_STREET = /^\p{L}{1,2}\s?\d{1,2}$/u;

/** Where in the building, or by which corner: says nothing of the address. */
const WITHIN =
  /^(?:(?:\d+|[ivx]+)\s?\.?\s*(?:og|ug|etage|stock|obergeschoss|hof|hh)|eg|ug|dg|erdgeschoss|hinterhaus|vorderhaus|hof|hofgebaeude|seitenfluegel|gartenhaus|rueckgebaeude|aufgang.*|eingang.*|zugang.*|ecke.*|raum.*|zimmer.*|gebaeude.*|haus \w{1,3}|deutschland|germany)\.?$/;

/**
 * What may be the street, the number and the town in an address that stands in one cell, the likeliest first; none when it names no
 * street with a number. „Haus der Jugend, Musterstr. 12 a, 24937 Flensburg (Mürwik)“
 */
export function writtenAddresses(text: string): WrittenAddress[] {
  const inBrackets: string[] = [];
  const open = text.replace(/\(([^)]*)\)/g, (_, inner: string) => {
    inBrackets.push(inner.trim());
    return " ";
  });
  let postcode = "";
  const places: string[] = [];
  const parts: string[] = [];
  for (const part of open.split(/[,;\n\r|·•]/).map((each) => each.replace(/\s+/g, " ").trim())) {
    if (part === "") continue;
    const found = postcode === "" ? POSTCODE.exec(part) : null;
    if (!found) {
      parts.push(part);
      continue;
    }
    postcode = found[1] ?? "";
    const street = part.slice(0, found.index).trim();
    if (street !== "") parts.push(street);
    places.push(part.slice(found.index + found[0].length).trim());
  }
  return parts.flatMap((part, at) => {
    const cut = streetAndNumber(part, parts[at - 1]);
    if (!cut) return [];
    const behind = parts.slice(at + 1).filter((each) => !ONLY_NUMBER.test(each));
    const first = cut.usesPartBefore ? at - 1 : at;
    return [
      {
        ...cut.found,
        postcode,
        place: wordsOfPlace([...places, ...behind, ...inBrackets]),
        aside: wordsOfPlace(parts.slice(0, Math.max(0, first))),
      },
    ];
  });
}

interface Cut {
  readonly found: Pick<WrittenAddress, "street" | "number" | "addition">;
  readonly usesPartBefore: boolean;
}

function streetAndNumber(part: string, before: string | undefined): Cut | undefined {
  const only = ONLY_NUMBER.exec(part);
  // „Q7, 24“, „Musterstraße, 12“: the number stands behind a comma.
  if (only) return before === undefined ? undefined : cutOf(before, only[1] ?? "", true);
  const [, street, number] = STREET_AND_NUMBER.exec(part) ?? [];
  return street === undefined || number === undefined ? undefined : cutOf(street, number, false);
}

function cutOf(street: string, written: string, usesPartBefore: boolean): Cut | undefined {
  const number = houseNumber(written);
  const name = street.replace(/[\s,]+$/, "");
  if (!number || !(/\p{L}{2}/u.test(name) || SHORT_STREET.test(name) || /^\p{L}$/u.test(name))) return undefined;
  return { found: { street: name, ...number }, usesPartBefore };
}

function wordsOfPlace(parts: readonly string[]): string {
  return parts.filter((part) => part !== "" && !WITHIN.test(plainLetters(part))).join(" ");
}
