import { plainLetters } from "./plain-letters.ts";

/** A name for a resource, a level or an indicator out of its title: small letters, digits, hyphens; `wert` where nothing is left. */
export function idOfTitle(text: string): string {
  const plain = plainLetters(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return plain || "wert";
}
