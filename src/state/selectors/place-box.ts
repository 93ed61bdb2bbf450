import type { PreviewPlace } from "../../domain/data-draft.ts";
import type { LonLatBox } from "../../geo/shapes.ts";

/** The box of all that is drawn of a file: the one of the preview is that of one position a row. */
export function placeBox({ box, lines }: PreviewPlace): LonLatBox {
  let [west, south, east, north] = box;
  for (const line of lines) {
    for (let i = 0; i < line.length; i += 2) {
      const [lon, lat] = [line[i] as number, line[i + 1] as number];
      [west, south, east, north] = [
        Math.min(west, lon),
        Math.min(south, lat),
        Math.max(east, lon),
        Math.max(north, lat),
      ];
    }
  }
  return [west, south, east, north];
}
