import type { NamedArea } from "./match-names.ts";

/**
 * Which Sozialraum each number means: „3“ the one with the id „STGT03“ or „03“, or, where the ids have no numbers of their own, the one
 * called „03 Nordstadt“. The same digits go before the same number: „011“ is „STBZ011“, and „11“ beside it is something else. A number
 * that two of them have means none, and neither does one that two cells write in different ways.
 */
export function matchNumbers(cells: Iterable<string>, areas: readonly NamedArea[]): Map<string, string> {
  const raws = [...cells];
  for (const digitsOf of [({ id }: NamedArea) => digitsIn(id), ({ name }: NamedArea) => digitsBefore(name)]) {
    const exact = unique(areas.map((area) => [digitsOf(area), area.id]));
    const plain = unique(areas.map((area) => [numberOf(digitsOf(area)), area.id]));
    if (exact.size < areas.length) continue;
    const matches = matched(unique(raws.map((cell) => [digitsIn(cell), cell])), exact);
    if (plain.size < areas.length) return matches;
    const met = new Set(matches.values());
    const rest = unique(raws.filter((cell) => !matches.has(cell)).map((cell) => [numberOf(digitsIn(cell)), cell]));
    for (const [cell, id] of matched(rest, plain)) if (!met.has(id)) matches.set(cell, id);
    return matches;
  }
  return new Map();
}

/**
 * Which Sozialraum each key means that is written with more than the key: with signs between its digits („01 01 11 01“, „0101.1101“),
 * or with other words and keys before or behind it („LOR 01011101“, „05315000-101“, „01011101 Stülerstraße“). What may mean two of them,
 * or is meant by two cells, means none.
 */
export function matchKeys(cells: Iterable<string>, areas: readonly NamedArea[]): Map<string, string> {
  const ids = unique(areas.map(({ id }) => [squeezed(id), id]));
  const meant = [...cells].flatMap((cell): (readonly [id: string, cell: string])[] => {
    const found = new Set(
      [cell, ...cell.split(/[\s_/–-]+/), ...cell.split(/\s[\s–-]*/)]
        .flatMap((part) => [part, part.replace(/^\p{L}+/u, ""), part.replace(/^\p{L}+[\s_-]+/u, "")])
        .flatMap((part) => (/\d/.test(part) ? (ids.get(squeezed(part)) ?? []) : [])),
    );
    const [id] = found;
    return id === undefined || found.size > 1 ? [] : [[id, cell]];
  });
  return new Map([...unique(meant)].map(([id, cell]) => [cell, id]));
}

function squeezed(key: string): string {
  return key.replace(/[\s._/–-]+/g, "").toUpperCase();
}

function matched(numbers: ReadonlyMap<string, string>, ids: ReadonlyMap<string, string>): Map<string, string> {
  const matches = new Map<string, string>();
  for (const [number, cell] of numbers) {
    const id = ids.get(number);
    if (id !== undefined) matches.set(cell, id);
  }
  return matches;
}

/** The digits of a key after at most one run of letters. A spreadsheet writes „3.0“ for 3. */
function digitsIn(key: string): string | undefined {
  return /^\p{L}*[\s_-]?(\d{1,15})$/u.exec(key.trim().replace(/\.0+$/, ""))?.[1];
}

function digitsBefore(name: string): string | undefined {
  return /^\s*(\d{1,15})\s*[-–:.)]?\s+\p{L}/u.exec(name)?.[1];
}

/** Without leading zeros. */
function numberOf(digits: string | undefined): string | undefined {
  return digits?.replace(/^0+(?=\d)/, "");
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
