import type { ResourceDraft } from "../domain/data-draft.ts";

/** Words in the names of files that say what areas are called, how they are written, or from when they are – no name of a city. */
const NO_NAME =
  /^(stadt|city|stadtteile?|stadtbezirke?|stadtviertel|ortsteile?|bezirke?|quartiere?|viertel|statistische[rn]?|planungsr(äu|aeu|au)me?|planungsraum|bezirksregion(en)?|sozialr(äu|aeu|au)me?|sozialraum|gebiete?|gliederung|kleinräumige|grenzen|districts?|quarters?|areas?|shp|shape|geo(json)?|crs84|epsg|lor|rbs|od|stg|utf|cp|export|daten|data|der|die|das|von|of|in)$/i;

/** What a city is called by the names of its files: the words of the areas' file that mean nothing else, else nothing. */
export function cityNameOf(drafts: readonly ResourceDraft[]): string | undefined {
  const areas = drafts.filter(({ anlaufpunkt }) => anlaufpunkt.role === "sozialraeume");
  for (const { title } of areas) {
    const words = title.split(/[\s_–.-]+/).filter((word) => /^\p{L}{3,}$/u.test(word) && !NO_NAME.test(word));
    if (words.length > 0 && words.length < 4)
      return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
  }
  return undefined;
}
