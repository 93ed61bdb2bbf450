import type { AddressCandidate, AddressDoubt, AddressProblem, ChosenAddress } from "../../domain/address.ts";
import { distanceMetres } from "../../geo/distance.ts";
import {
  type AddressBook,
  type BookEntry,
  latOf,
  lineOf,
  lonOf,
  numberOf,
  placeFit,
  textOf,
  wordsOf,
} from "./address-book.ts";
import type { WantedAddress } from "./address-rows.ts";
import { lessExact } from "./house-number.ts";
import { nearStreets } from "./near-streets.ts";
import { streetKey } from "./street-key.ts";

/** Entries of one address that lie no farther apart are the same place: two doors of one house. */
const SAME_PLACE_METRES = 50;
const CANDIDATES = 5;
/** Numbers so far away are still in the same row of houses. */
const NEAR_NUMBERS = 6;

export type AddressMatch =
  | { readonly entry: BookEntry; readonly doubt?: AddressDoubt | undefined }
  | {
      readonly problem: AddressProblem;
      /** What may be meant, for somebody to choose; found only when it is asked for. */
      readonly candidates: () => AddressCandidate[];
    };

/**
 * The entry of the book that an address means. Nothing is guessed: only a street of the same spelling (street-key.ts), the same number,
 * and no other postcode or town than the row says. Less than that is said with the match (`doubt`); where several entries are meant,
 * there is none.
 * @param readings what the row may mean, the likeliest first; only those count whose street is in the book
 */
export function matchAddress(book: AddressBook, readings: readonly WantedAddress[]): AddressMatch {
  const matches = readings.flatMap((wanted) => {
    const inStreet = book.inStreet(streetKey(wanted.street));
    return inStreet.length > 0 ? [matchInStreet(inStreet, wanted)] : [];
  });
  // „Haus 3, Musterstr. 12“: that there is no street „Haus“ says nothing; that there is one makes it ambiguous.
  const found = matches.filter((match) => "entry" in match);
  if (found.length > 0) {
    const entries = found.map(({ entry }) => entry);
    return isOnePlace(entries) && found[0]
      ? found[0]
      : { problem: "ambiguous", candidates: () => candidatesOf(entries) };
  }
  if (matches[0]) return matches[0];
  if (readings.length === 0) return { problem: "unreadable", candidates: () => [] };
  return { problem: "street-unknown", candidates: () => readings.flatMap((wanted) => inNearStreets(book, wanted)) };
}

function matchInStreet(inStreet: readonly BookEntry[], wanted: WantedAddress): AddressMatch {
  const steps = [{ addition: wanted.addition, doubt: undefined }, ...lessExact(wanted.addition)];
  const withNumber = inStreet.filter((entry) => numberOf(entry) === wanted.number);
  let elsewhere: readonly BookEntry[] = [];
  for (const { addition, doubt } of steps) {
    const same = withNumber.filter((entry) => textOf(entry, "addition") === addition);
    const fitting = fittingPlace(same, wanted);
    if (elsewhere.length === 0) elsewhere = same;
    if (fitting.length === 0) continue;
    if (!isOnePlace(fitting)) return { problem: "ambiguous", candidates: () => candidatesOf(fitting) };
    const entry = first(fitting);
    return { entry, doubt: doubt ?? (isAsideAnswered(entry, wanted) ? undefined : "aside") };
  }
  if (elsewhere.length > 0) return { problem: "elsewhere", candidates: () => candidatesOf(elsewhere) };
  return {
    problem: "number-unknown",
    candidates: () => {
      const fitting = fittingPlace(inStreet, wanted);
      const others = withNumber.length > 0 ? withNumber : fitting.length > 0 ? fitting : inStreet;
      return nearestNumbers(others, wanted.number);
    },
  };
}

/** Entries that contradict nothing of what the row says of postcode, town and Ortsteil; of them those that it names outright. */
function fittingPlace(entries: readonly BookEntry[], wanted: WantedAddress): readonly BookEntry[] {
  const byPostcode = entries.filter(
    (entry) =>
      wanted.postcode === "" || textOf(entry, "postcode") === "" || textOf(entry, "postcode") === wanted.postcode,
  );
  const sure = preferred(
    byPostcode,
    (entry) => wanted.postcode !== "" && textOf(entry, "postcode") === wanted.postcode,
  );
  const isSure = sure !== undefined;
  const inPlace = (found: readonly BookEntry[], place: string): readonly BookEntry[] => {
    const fit = new Map(found.map((entry) => [entry, placeFit(place, entry)]));
    const same = preferred(found, (entry) => fit.get(entry) === "same");
    if (same) return same;
    const part = preferred(found, (entry) => fit.get(entry) === "part");
    if (part) return part;
    // The postcode has confirmed the town: how it is called here and there is no contradiction.
    return isSure ? found : found.filter((entry) => fit.get(entry) !== "other");
  };
  return inPlace(inPlace(sure ?? byPostcode, wanted.place), wanted.district);
}

function preferred(entries: readonly BookEntry[], by: (entry: BookEntry) => boolean): BookEntry[] | undefined {
  const found = entries.filter(by);
  return found.length > 0 ? found : undefined;
}

/** What stands before the street is mostly the name of a house; it may be a town. Postcode or town behind the street answer that. */
function isAsideAnswered(entry: BookEntry, wanted: WantedAddress): boolean {
  if (wanted.aside === "") return true;
  if (wanted.postcode !== "" && textOf(entry, "postcode") === wanted.postcode) return true;
  return [wanted.place, wanted.aside].some((words) => ["same", "part"].includes(placeFit(words, entry)));
}

function isOnePlace(entries: readonly BookEntry[]): boolean {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const entry of entries) {
    [west, south] = [Math.min(west, lonOf(entry)), Math.min(south, latOf(entry))];
    [east, north] = [Math.max(east, lonOf(entry)), Math.max(north, latOf(entry))];
  }
  return (west === east && south === north) || distanceMetres(west, south, east, north) <= SAME_PLACE_METRES;
}

/** Whether two positions are those of one house. */
export function isSamePlace(a: AddressCandidate, b: AddressCandidate): boolean {
  return (a.lon === b.lon && a.lat === b.lat) || distanceMetres(a.lon, a.lat, b.lon, b.lat) <= SAME_PLACE_METRES;
}

/** The same one in whatever order the file has them. */
function first(entries: readonly BookEntry[]): BookEntry {
  return entries.reduce((best, entry) => (inOrder(entry, best) < 0 ? entry : best));
}

function inOrder(a: BookEntry, b: BookEntry): number {
  return lonOf(a) - lonOf(b) || latOf(a) - latOf(b) || compare(wordsOf(a), wordsOf(b)) || lineOf(a) - lineOf(b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** An entry as it is offered; `match` = whether it is the very address that was asked for. */
export function candidateOf(entry: BookEntry, match: ChosenAddress["match"]): AddressCandidate {
  const from = { file: entry.file.title, line: lineOf(entry), match };
  return { address: wordsOf(entry), lon: lonOf(entry), lat: latOf(entry), from };
}

function candidatesOf(
  entries: readonly BookEntry[],
  matchOf: (entry: BookEntry) => ChosenAddress["match"] = () => "exact",
): AddressCandidate[] {
  const found: AddressCandidate[] = [];
  for (const entry of [...entries].sort((a, b) => compare(wordsOf(a), wordsOf(b)) || inOrder(a, b))) {
    const candidate = candidateOf(entry, matchOf(entry));
    if (!found.some((other) => other.address === candidate.address && isSamePlace(other, candidate)))
      found.push(candidate);
    if (found.length === CANDIDATES) break;
  }
  return found;
}

function nearestNumbers(entries: readonly BookEntry[], number: number): AddressCandidate[] {
  const near = entries
    .filter((entry) => Math.abs(numberOf(entry) - number) <= NEAR_NUMBERS)
    .sort((a, b) => Math.abs(numberOf(a) - number) - Math.abs(numberOf(b) - number) || inOrder(a, b));
  const last = near[CANDIDATES - 1];
  const reach = last === undefined ? NEAR_NUMBERS : Math.abs(numberOf(last) - number);
  const within = near.filter((entry) => Math.abs(numberOf(entry) - number) <= reach);
  return candidatesOf(within, () => "approximate");
}

/** Streets whose spelling is nearly the same, with that number: offered, never taken. */
function inNearStreets(book: AddressBook, wanted: WantedAddress): AddressCandidate[] {
  const found: BookEntry[] = [];
  for (const key of nearStreets(book.streetKeys, streetKey(wanted.street))) {
    const entries = book.inStreet(key).filter((entry) => numberOf(entry) === wanted.number);
    const same = entries.filter((entry) => textOf(entry, "addition") === wanted.addition);
    found.push(...(same.length > 0 ? same : entries.filter((entry) => textOf(entry, "addition") === "")));
    if (found.length >= CANDIDATES) break;
  }
  return candidatesOf(found, (entry) => (textOf(entry, "addition") === wanted.addition ? "exact" : "approximate"));
}
