import type { AnlaufpunktKind } from "../domain/anlaufpunkt.ts";
import type { Language } from "../domain/localized.ts";
import { formatsFor } from "./formats.ts";

/**
 * Kinds of Anlaufpunkte in a row: „Quartierszentren und Beratungsstellen“, “Neighbourhood centres and advice centres”. English keeps the
 * capital of the first only; what has no English name of its own, and what begins with an abbreviation, stays as it is.
 */
export function kindList(kinds: readonly Pick<AnlaufpunktKind, "plural">[], language: Language): string {
  return formatsFor(language).list(kinds.map((kind, index) => inARow(kind.plural, language, index)));
}

function inARow(plural: AnlaufpunktKind["plural"], language: Language, index: number): string {
  const name = plural[language];
  const isNoun = language === "en" && name !== plural.de && /^[A-Z][a-z]+([ -]|$)/.test(name);
  return index > 0 && isNoun ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
