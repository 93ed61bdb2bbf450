import type { LonLatBox } from "../../geo/shapes.ts";
import type { Adding, AddingFile } from "../app-state.ts";
import { placeBox } from "./place-box.ts";

/**
 * Whether the Sozialräume that the files bring lie somewhere else than the city: all of them, and not one is near enough for the boxes to
 * meet. Where a file may lie in several places, and of one that is looked at in part, nothing is said.
 */
export function areAreasElsewhere({ files }: Pick<Adding, "files">, city: LonLatBox | undefined): boolean {
  const areas = files.filter(({ draft }) => draft?.anlaufpunkt.role === "sozialraeume");
  if (!city || areas.length === 0) return false;
  return areas.every((file) => {
    const { place, beginning } = file.preview ?? {};
    return place !== undefined && beginning === undefined && isPlaceSure(file) && !doMeet(placeBox(place), city);
  });
}

function isPlaceSure({ inspection, preview, answered }: AddingFile): boolean {
  const isAsked = inspection?.clues.some(({ key, basis }) => key === "crs" && basis === "ask");
  const isTurned = preview?.issues.some(({ code }) => code === "coordinates-outside-crs");
  return (!isAsked || answered.includes("crs")) && !isTurned;
}

function doMeet(a: LonLatBox, b: LonLatBox): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
