import { plainLetters } from "../../domain/plain-letters.ts";

/** Shorter forms of whole words. What may mean several words („Gr.“: Große, Großer) is none. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ["str", "strasse"],
  ["st", "sankt"],
  ["skt", "sankt"],
  ["pl", "platz"],
  ["dr", "doktor"],
  ["prof", "professor"],
  ["v", "von"],
]);

/** Written behind a name with a space, a hyphen or nothing between: „Haupt-Str.“, „Karl-Marx-Straße“, „Karl-Marxstraße“. */
const ENDINGS = new Set(["strasse", "platz"]);

/** The words of a text, letters and digits only, without what is written in different ways. */
export function plainWords(text: string): string[] {
  return plainLetters(text)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "");
}

/**
 * What all spellings of a street have in common: „Sankt-Jürgen-Straße“, „St. Jürgen-Str.“ and „ST JUERGENSTR“ are one street, „Jürgenstr.“
 * is another. Nothing is guessed: a letter that is missing makes another street.
 */
export function streetKey(name: string): string {
  const words: string[] = [];
  // A point ends a word: „Bahnhofspl.Nord“ are two.
  for (const raw of plainLetters(name)
    .replace(/pl\.(?=[^\p{L}]|$)/gu, "platz ")
    .split(/[^\p{L}\d]+/u)) {
    if (raw === "") continue;
    const word = WORDS.get(raw) ?? raw.replace(/(?<=\p{L}{2})str$/u, "strasse");
    const before = words.at(-1);
    if (before !== undefined && ENDINGS.has(word)) words[words.length - 1] = before + word;
    else words.push(word);
  }
  return words.join(" ");
}
