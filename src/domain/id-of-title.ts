/** A name for a resource, a level or an indicator out of its title: small letters, digits, hyphens; `wert` where nothing is left. */
export function idOfTitle(text: string): string {
  const plain = text
    .toLowerCase()
    .replaceAll("ä", "ae")
    .replaceAll("ö", "oe")
    .replaceAll("ü", "ue")
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return plain || "wert";
}
