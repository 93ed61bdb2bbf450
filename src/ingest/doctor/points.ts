import { type LonLatBox, shapesBox } from "../../geo/shapes.ts";
import { lineOfRecord } from "../record-lines.ts";
import type { Examined } from "./examined.ts";
import { type Findings, MOST_PLACES } from "./findings.ts";

/** Places and cells that lie farther from the city than it is wide: whose coordinates were mistaken. Near the border is told elsewhere. */
export function examinePoints(
  { levels, places, population, resources }: Pick<Examined, "levels" | "places" | "population" | "resources">,
  findings: Findings,
): void {
  const city = boxOf(levels.map(({ level }) => shapesBox(level.shapes)).filter((box) => box !== undefined));
  if (!city) return;
  const isFar = (lon: number, lat: number): boolean => {
    const [west, south, east, north] = city;
    const beyondX = Math.max(west - lon, lon - east) / (east - west);
    const beyondY = Math.max(south - lat, lat - north) / (north - south);
    return beyondX > 1 || beyondY > 1;
  };
  for (const place of places) {
    const resource = resources.get(place.resource);
    if (!resource || !isFar(place.lon, place.lat)) continue;
    const row = lineOfRecord(place);
    findings.add({
      code: "place-far",
      severity: "warning",
      source: resource.path,
      row,
      context: { name: place.name || place.address || place.id },
      about: [{ on: "point", lon: place.lon, lat: place.lat }],
      repair:
        row === undefined ? undefined : { resource: resource.name, repair: { repair: "leave-out", lines: [row] } },
    });
  }
  if (!population) return;
  const far: number[] = [];
  let residents = 0;
  for (let cell = 0; cell < population.lon.length; cell++) {
    if (!isFar(population.lon[cell] as number, population.lat[cell] as number)) continue;
    far.push(cell);
    const here = population.residents[cell] as number;
    if (Number.isFinite(here)) residents += here;
  }
  if (far.length === 0) return;
  findings.add({
    code: "cells-far",
    severity: "warning",
    source: resources.get(population.origin.resource)?.path ?? population.origin.title,
    context: { cells: far.length, residents: Math.round(residents) },
    about: far.slice(0, MOST_PLACES).map((cell) => ({
      on: "point",
      lon: population.lon[cell] as number,
      lat: population.lat[cell] as number,
    })),
  });
}

function boxOf(boxes: readonly LonLatBox[]): LonLatBox | undefined {
  if (boxes.length === 0) return undefined;
  return [
    Math.min(...boxes.map(([west]) => west)),
    Math.min(...boxes.map(([, south]) => south)),
    Math.max(...boxes.map(([, , east]) => east)),
    Math.max(...boxes.map(([, , , north]) => north)),
  ];
}
