import type { AppState } from "../app-state.ts";
import { shownPlaces } from "./active-offers.ts";

/** Where a text leads: a coordinate, or what the open data know under it. */
export interface FoundPlace {
  readonly lon: number;
  readonly lat: number;
  /** Undefined for a coordinate. */
  readonly name?: string | undefined;
}

/**
 * Reads latitude and longitude in degrees, with decimal points or commas, in the order in which maps give them. Undefined for
 * anything else, and for what is no place on earth.
 */
export function coordinatesFrom(text: string): FoundPlace | undefined {
  const number = String.raw`[-+\u2212]?\d{1,3}(?:[.,]\d+)?`;
  const found = new RegExp(`^\\s*(${number})°?\\s*[NnSs]?\\s*[,;/\\s]\\s*(${number})°?\\s*[EeOoWw]?\\s*$`).exec(text);
  if (!found) return undefined;
  const [lat = Number.NaN, lon = Number.NaN] = found
    .slice(1)
    .map((part) => Number(part.replace("\u2212", "-").replace(",", ".")));
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lon, lat } : undefined;
}

const MATCHES_AT_MOST = 8;

/** What the open data know under a name or an address, best first; a geocoder is never asked. */
export function placesByText(state: AppState, text: string): FoundPlace[] {
  const wanted = plain(text);
  if (wanted === "") return [];
  const starts: FoundPlace[] = [];
  const contains: FoundPlace[] = [];
  const look = (name: string | undefined, lon: number, lat: number) => {
    if (!name) return;
    const at = plain(name).indexOf(wanted);
    if (at === 0) starts.push({ name, lon, lat });
    else if (at > 0) contains.push({ name, lon, lat });
  };
  for (const place of shownPlaces(state)) {
    look(place.address, place.lon, place.lat);
    look(place.name, place.lon, place.lat);
  }
  for (const background of state.document.map?.backgrounds ?? []) {
    if (background.form !== "features") continue;
    for (const { geometry, properties } of background.collection.features) {
      const name = properties?.name;
      if (typeof name !== "string") continue;
      if (geometry.type === "Point") look(name, geometry.coordinates[0] as number, geometry.coordinates[1] as number);
      else if (geometry.type === "LineString") {
        const middle = geometry.coordinates[geometry.coordinates.length >> 1];
        if (middle) look(name, middle[0] as number, middle[1] as number);
      }
    }
  }
  const seen = new Set<string>();
  return [...starts, ...contains]
    .filter(({ name = "" }) => !seen.has(name) && seen.add(name))
    .slice(0, MATCHES_AT_MOST);
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/straße\b|strasse\b/g, "str.")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
}
