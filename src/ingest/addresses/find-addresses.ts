import type { AddressCandidate, FoundAddresses } from "../../domain/address.ts";
import { type AddressBook, type BookEntry, lineOf, numberOf, textOf, wordsOf } from "./address-book.ts";
import { lessExact } from "./house-number.ts";
import { candidateOf, isSamePlace } from "./match-address.ts";
import { nearStreets } from "./near-streets.ts";
import { plainWords, streetKey } from "./street-key.ts";
import { type WrittenAddress, writtenAddresses } from "./written-address.ts";

/** Nobody reads more while typing. */
const SHOWN = 8;
const STREETS = 5;
/** „Str. 1“ is in every street: whoever types so little goes on typing. */
const LOOKED_THROUGH = 300;
/** Shorter ones are in the middle of too many names. */
const PART_OF_NAME = 4;

/**
 * What a text means that is being typed into a field: addresses whose street begins like it, holds it or is spelled nearly like it, those
 * with that very number first. Other than in a match everything that may be meant is offered, and somebody chooses.
 */
export function findAddresses(book: AddressBook, text: string): FoundAddresses {
  for (const typed of typedAddresses(text)) {
    const known = streetsLike(book, streetKey(typed.street));
    const found = withNumber(book, known.slice(0, LOOKED_THROUGH), typed);
    if (found.length > 0) return listed(found, known.length > LOOKED_THROUGH);
    const near = withNumber(book, nearStreets(book.streetKeys, streetKey(typed.street)), typed);
    if (near.length > 0) return listed(near);
    const beside = known.length > 0 ? nextNumbers(book, known[0] as string, typed.number) : [];
    if (beside.length > 0) return listed(beside);
  }
  return inStreets(book, streetKey(text.split(/[,;]/)[0] ?? ""));
}

/** „Hauptstr. 12 Flensburg“ is „Hauptstr. 12, Flensburg“ for somebody who types. */
function typedAddresses(text: string): readonly WrittenAddress[] {
  const found = writtenAddresses(text);
  if (found.length > 0) return found;
  return writtenAddresses(text.replace(/^(\D*\p{L}\D*\d{1,4}(?:\s?[a-z])?)\s+(?=\p{L}{2}|\d)/iu, "$1, "));
}

/** Keys of streets, the same first, then those that begin so, have a word that begins so, or hold it. */
function streetsLike(book: AddressBook, wanted: string): string[] {
  if (wanted.length < 2) return [];
  const tiers: string[][] = [[], [], [], []];
  for (const key of book.streetKeys) {
    const at = key.indexOf(wanted);
    if (at < 0) continue;
    const isWord = at === 0 || key.includes(` ${wanted}`);
    if (key === wanted) tiers[0]?.push(key);
    else if (isWord) tiers[at === 0 ? 1 : 2]?.push(key);
    else if (wanted.length >= PART_OF_NAME) tiers[3]?.push(key);
  }
  return tiers.flatMap((keys) => keys.sort());
}

interface Ranked {
  readonly entry: BookEntry;
  /** 0: the very number; 1: with more behind it; 2: with less; 3: a longer number, while it may still be typed; 4: one beside it. */
  readonly rank: number;
  /** Of its street, among those that fit. */
  readonly street: number;
}

function withNumber(book: AddressBook, streets: readonly string[], typed: WrittenAddress): Ranked[] {
  const less = lessExact(typed.addition).map(({ addition }) => addition);
  const found = streets.flatMap((key, street) =>
    book.inStreet(key).flatMap((entry): Ranked[] => {
      const number = numberOf(entry);
      const addition = textOf(entry, "addition");
      if (number !== typed.number) {
        const isBegun = typed.addition === "" && String(number).startsWith(String(typed.number));
        return isBegun ? [{ entry, rank: 3, street }] : [];
      }
      if (addition === typed.addition) return [{ entry, rank: 0, street }];
      if (addition.startsWith(typed.addition)) return [{ entry, rank: 1, street }];
      return less.includes(addition) ? [{ entry, rank: 2, street }] : [];
    }),
  );
  const sure = found.filter(({ rank }) => rank !== 2);
  const inPlace = fitting(sure.length > 0 ? sure : found, `${typed.postcode} ${typed.place}`);
  return fitting(inPlace, typed.aside);
}

/** Those of the town that is named, where there are any: its words may still be typed. */
function fitting(found: readonly Ranked[], town: string): Ranked[] {
  const words = plainWords(town);
  const fit = found.filter(({ entry }) => {
    const own = (["postcode", "place", "district"] as const).flatMap((part) => plainWords(textOf(entry, part)));
    return words.every((word) => own.some((other) => other.startsWith(word)));
  });
  return fit.length > 0 ? fit : [...found];
}

function nextNumbers(book: AddressBook, key: string, number: number): Ranked[] {
  const away = (entry: BookEntry) => Math.abs(numberOf(entry) - number);
  return book
    .inStreet(key)
    .sort((a, b) => away(a) - away(b))
    .slice(0, SHOWN)
    .map((entry) => ({ entry, rank: 4, street: 0 }));
}

/** No number is typed yet: streets to go on with, and the first numbers of the one that is meant. */
function inStreets(book: AddressBook, wanted: string): FoundAddresses {
  const known = streetsLike(book, wanted);
  const keys = known.length > 0 || wanted.length < PART_OF_NAME ? known : nearStreets(book.streetKeys, wanted);
  const meant = keys.length === 1 || keys[0] === wanted ? keys[0] : undefined;
  const others = meant === undefined ? keys : keys.slice(1);
  const numbers = meant === undefined ? [] : book.inStreet(meant).map((entry) => ({ entry, rank: 0, street: 0 }));
  const found = listed(numbers);
  const streets = others.slice(0, STREETS).map((key) => {
    const [entry] = book.inStreet(key);
    return { street: entry ? textOf(entry, "street") : key, count: book.countIn(key) };
  });
  return { ...found, streets, more: found.more + others.length - streets.length };
}

/** @param isPart not all streets were looked through: nobody knows how many more there are */
function listed(found: readonly Ranked[], isPart = false): FoundAddresses {
  const sorted = [...found].sort(
    (a, b) =>
      a.rank - b.rank ||
      a.street - b.street ||
      numberOf(a.entry) - numberOf(b.entry) ||
      (textOf(a.entry, "addition") < textOf(b.entry, "addition") ? -1 : 1) ||
      lineOf(a.entry) - lineOf(b.entry),
  );
  const addresses: AddressCandidate[] = [];
  let looked = 0;
  for (const { entry, rank } of sorted) {
    if (addresses.length === SHOWN) break;
    looked++;
    const candidate = candidateOf(entry, rank === 2 || rank === 4 ? "approximate" : "exact");
    // Two doors of one house are one address.
    if (!addresses.some((other) => other.address === candidate.address && isSamePlace(other, candidate))) {
      addresses.push(candidate);
    }
  }
  const isAlike = (one: AddressCandidate): boolean =>
    sorted.some(({ entry }) => wordsOf(entry) === one.address && !isSamePlace(candidateOf(entry, "exact"), one));
  return {
    streets: [],
    addresses: addresses.map((one) => ({ ...one, isAlike: isAlike(one) })),
    more: isPart ? Number.POSITIVE_INFINITY : sorted.length - looked,
  };
}
