import type { NamedArea } from "./match-names.ts";

/**
 * Which Sozialraum each number means: „3“ the one with the id „STGT03“ or „03“, or, where the ids have no numbers of their own, the one
 * called „03 Nordstadt“. A number that two of them have means none, and neither does one that two cells write in different ways.
 */
export function matchNumbers(cells: Iterable<string>, areas: readonly NamedArea[]): Map<string, string> {
  const byId = unique(areas.map(({ id }) => [numberIn(id), id]));
  const byName = unique(areas.map(({ id, name }) => [numberBefore(name), id]));
  const ids = byId.size === areas.length ? byId : byName.size === areas.length ? byName : new Map<string, string>();
  const raws = unique([...cells].map((cell) => [numberIn(cell), cell]));
  const matches = new Map<string, string>();
  for (const [number, cell] of raws) {
    const id = ids.get(number);
    if (id !== undefined) matches.set(cell, id);
  }
  return matches;
}

/** The number of a key: its digits after at most one run of letters, without leading zeros. A spreadsheet writes „3.0“ for 3. */
function numberIn(key: string): string | undefined {
  const digits = /^\p{L}*[\s_-]?(\d{1,15})$/u.exec(key.trim().replace(/\.0+$/, ""))?.[1];
  return digits?.replace(/^0+(?=\d)/, "");
}

function numberBefore(name: string): string | undefined {
  return /^\s*0*(\d{1,15})\s*[-–:.)]?\s+\p{L}/u.exec(name)?.[1];
}

function unique(entries: readonly (readonly [string | undefined, string])[]): Map<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const [number, of] of entries) {
    if (number === undefined) continue;
    if (found.has(number)) twice.add(number);
    found.set(number, of);
  }
  for (const number of twice) found.delete(number);
  return found;
}
