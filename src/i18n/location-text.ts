import type { LocatedRows, PlaceLocation } from "../domain/address.ts";
import type { Language } from "../domain/localized.ts";
import { addressTexts } from "./address-texts.ts";
import { formatsFor } from "./formats.ts";

/** „Lage aus „Adressen“ (Zeile 12), exakt“ */
export function locationText(location: PlaceLocation, language: Language): string {
  const texts = addressTexts[language];
  if (location.by === "hand") {
    return location.address === undefined ? texts.byHand : `${texts.byHand}: ${location.address}`;
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
