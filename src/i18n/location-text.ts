import type { LocatedRows, PlaceLocation } from "../domain/address.ts";
import type { Language } from "../domain/localized.ts";
import { addressTexts } from "./address-texts.ts";
import { formatsFor } from "./formats.ts";

/** „Lage aus „Adressen“ (Zeile 12), exakt“; „Lage von Hand gesetzt: Ring 3, aus „Adressen“ (Zeile 12), ungefähr“ */
export function locationText(location: PlaceLocation, language: Language): string {
  const texts = addressTexts[language];
  if (location.by === "hand") {
    const { address, from } = location;
    if (address === undefined) return texts.byHand;
    const source = from && texts.fromFile(from.file, formatsFor(language).count(from.line));
    const words = [`${texts.byHand}: ${address}`, source, from?.match === "approximate" ? texts.nearby : undefined];
    return words.filter((part) => part !== undefined).join(", ");
  }
  const words = location.match === "exact" ? texts.exact : texts.roughly;
  return words(location.file, formatsFor(language).count(location.line));
}

/** „84 Lagen aus „Adressen“, davon 3 ungefähr“ */
export function locatedRowsText({ file, exact, approximate }: LocatedRows, language: Language): string {
  const texts = addressTexts[language];
  const { count } = formatsFor(language);
  const all = texts.locatedBy(count(exact + approximate), file);
  return approximate === 0 ? all : `${all}, ${texts.locatedRoughly(count(approximate))}`;
}
