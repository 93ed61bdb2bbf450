import type { Formats } from "../../i18n/formats.ts";

/** Equatorial circumference of the sphere of Web Mercator, metres. */
const CIRCUMFERENCE = 2 * Math.PI * 6_378_137;
const TILE_PIXELS = 512;

/** Metres on the ground per CSS pixel of the map at a latitude in degrees. */
export function metresPerPixel(zoom: number, latitude: number): number {
  return (CIRCUMFERENCE * Math.cos((latitude * Math.PI) / 180)) / (TILE_PIXELS * 2 ** zoom);
}

interface ScaleBar {
  /** A round number: 1, 2 or 5 times a power of ten. */
  readonly metres: number;
  /** CSS pixels. */
  readonly width: number;
}

/** The longest round length that fits into `room` CSS pixels. */
export function scaleBar(metresPerPixelHere: number, room: number): ScaleBar {
  const longest = metresPerPixelHere * room;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = power * (longest >= 5 * power ? 5 : longest >= 2 * power ? 2 : 1);
  return { metres, width: metres / metresPerPixelHere };
}

/** „500 m“, „2 km“ in the formats of the language. */
export function scaleBarText(metres: number, formats: Formats): string {
  const kilometres = metres >= 1000;
  return formats.withUnit(formats.decimal(kilometres ? metres / 1000 : metres, 2), kilometres ? "km" : "m");
}
