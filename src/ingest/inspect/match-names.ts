import { plainLetters } from "../../domain/plain-letters.ts";

/** A Sozialraum that names can mean. */
export interface NamedArea {
  readonly id: string;
  readonly name: string;
}

export interface NameMatch {
  /** What stands in the file → id. */
  readonly matches: ReadonlyMap<string, string>;
  /** Names that several Sozialräume have: none of them is joined. */
  readonly repeated: readonly string[];
}

/** Shorter forms of the same words, as they stand in tables of offices. */
const WORDS: Readonly<Record<string, string>> = {
  st: "sankt",
  skt: "sankt",
  str: "strasse",
  nord: "nord",
  noerdl: "nord",
  noerdlich: "nord",
  noerdliche: "nord",
  noerdlicher: "nord",
  sued: "sued",
  suedl: "sued",
  suedlich: "sued",
  suedliche: "sued",
  suedlicher: "sued",
  ost: "ost",
  oestl: "ost",
  oestlich: "ost",
  oestliche: "ost",
  oestlicher: "ost",
  west: "west",
  westl: "west",
  westlich: "west",
  westliche: "west",
  westlicher: "west",
  u: "und",
  a: "am",
};

/**
 * A name without what tables write in different ways: case, umlauts and their transcription, „St.“ and „Sankt“, „Str.“ and „Straße“,
 * hyphens, points and spaces, a number before it, a remark in brackets behind it.
 */
function plainName(name: string): string {
  const words = plainLetters(name)
    .replace(/^\s*\d[\d.]*\s*[-–:.)]?\s*(?=\p{L})/u, "")
    .replace(/\s*[([].*$/u, "")
    .replace(/str\.?(?=\s|-|$)/gu, "strasse ")
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "");
  return words.map((word) => (Object.hasOwn(WORDS, word) ? WORDS[word] : word)).join("");
}

/** What a table calls each of its areas before the name: „OT Weiche“, „Bezirk Mitte“. */
const LEVEL_BEFORE =
  /^\s*(ot|ortsteil|ortschaft|stadtteil|stadtbezirk|bezirk|bezirksregion|planungsraum|sozialraum|quartier|stadtviertel|gebiet|gemeinde)[\s:]+(?=\S)/i;
/** So many names have to begin with the same word for it to be none of the name. */
const SHARED = 3;

/** Other ways to write a name: with its kind of area before it, or turned round for an alphabet („Höhe, Westliche“). */
function otherForms(name: string): string[] {
  const [last = "", first = "", ...more] = name.split(",").map((part) => part.trim());
  const turned = first !== "" && more.length === 0 ? [`${first} ${last}`] : [];
  return LEVEL_BEFORE.test(name) ? [name.replace(LEVEL_BEFORE, ""), ...turned] : turned;
}

/**
 * Which Sozialraum each name means. A name that several Sozialräume have, once what is written in different ways is left aside, means
 * none of them: a wrong join would be believed. A word before several names – „Köln-“ – belongs to none of them where what is left means
 * a Sozialraum each time, and another one each time.
 */
export function matchNames(raws: Iterable<string>, areas: readonly NamedArea[]): NameMatch {
  const byName = new Map<string, NamedArea[]>();
  for (const area of areas) {
    const key = plainName(area.name);
    if (key !== "") byName.set(key, [...(byName.get(key) ?? []), area]);
  }
  const repeated = [...byName.values()].filter((same) => same.length > 1).map((same) => same[0]?.name ?? "");
  const matches = new Map<string, string>();
  const idOf = (name: string): string | undefined => {
    const found = byName.get(plainName(name));
    return found?.length === 1 ? found[0]?.id : undefined;
  };
  const begun = new Map<string, (readonly [raw: string, id: string | undefined])[]>();
  for (const raw of raws) {
    const id = [raw, ...otherForms(raw)].map(idOf).find((one) => one !== undefined);
    if (id !== undefined) matches.set(raw, id);
    const [, word, rest] = id === undefined ? (/^\s*(\p{L}+)[\s/–-]+(\S.*)$/u.exec(raw) ?? []) : [];
    if (word !== undefined && rest !== undefined) begun.set(word, [...(begun.get(word) ?? []), [raw, idOf(rest)]]);
  }
  const met = new Set(matches.values());
  for (const group of begun.values()) {
    const ids = new Set(group.map(([, id]) => id).filter((id) => id !== undefined && !met.has(id)));
    if (group.length < SHARED || ids.size < group.length) continue;
    for (const [raw, id] of group) if (id !== undefined) matches.set(raw, id);
  }
  return { matches, repeated };
}

/** The Sozialräume whose names come nearest to one that means none, the nearest first: fewest letters to change, or parts of it. */
export function nearestNames(raw: string, areas: readonly NamedArea[], most: number): NamedArea[] {
  const wanted = plainName(raw);
  if (wanted === "") return [];
  return areas
    .map((area) => {
      const name = plainName(area.name);
      // „Altstadt/Neustadt“ was merged of two: each part is a candidate.
      const isPart = name.length > 3 && wanted.length > 3 && (wanted.includes(name) || name.includes(wanted));
      const distance = changes(wanted, name);
      return { area, score: isPart ? Math.min(distance, 1 + Math.abs(name.length - wanted.length) / 20) : distance };
    })
    .filter(({ score }) => score <= Math.max(2, wanted.length / 3))
    .sort((a, b) => a.score - b.score || (a.area.id < b.area.id ? -1 : 1))
    .slice(0, most)
    .map(({ area }) => area);
}

/** Fewest letters put in, left out or changed to make one word of the other (Levenshtein 1966). */
function changes(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row.push(Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + same));
    }
    before = row;
  }
  return before[b.length] ?? 0;
}
