import type { Repair } from "../../domain/repair.ts";
import { shapesBox } from "../../geo/shapes.ts";
import { lineOfRecord } from "../record-lines.ts";
import type { Examined } from "./examined.ts";
import { whyFar } from "./far-areas.ts";
import { type Findings, MOST_PLACES } from "./findings.ts";

/**
 * Areas that lie in another part of the world, places and cells that lie farther from the city than it is wide: whose coordinates were
 * mistaken. Near the border is told elsewhere.
 */
export function examinePoints(
  { levels, ground, places, population, resources }: Omit<Examined, "indicators" | "observations" | "tables">,
  findings: Findings,
): void {
  const city = ground.box;
  if (!city) return;
  const isFar = (lon: number, lat: number): boolean => {
    const [west, south, east, north] = city;
    const beyondX = Math.max(west - lon, lon - east) / (east - west);
    const beyondY = Math.max(south - lat, lat - north) / (north - south);
    return beyondX > 1 || beyondY > 1;
  };
  for (const { level, resource } of levels) {
    for (const index of ground.far.get(level.shapes) ?? []) {
      const area = level.sozialraeume[index];
      const box = shapesBox(level.shapes, index);
      if (!area || !box) continue;
      const row = lineOfRecord(area);
      findings.add({
        code: "area-far",
        severity: "warning",
        source: resource.path,
        row,
        context: { name: area.name, why: whyFar(box[0], box[1], city), lon: rounded(box[0]), lat: rounded(box[1]) },
        about: [{ on: "sozialraum", id: area.id, level: level.id }],
        repair:
          row === undefined ? undefined : { resource: resource.name, repair: { repair: "leave-out", lines: [row] } },
      });
    }
  }
  for (const place of places) {
    const resource = resources.get(place.resource);
    if (!resource || !isFar(place.lon, place.lat)) continue;
    const { lon, lat } = place;
    const line = lineOfRecord(place);
    const why = whyFar(lon, lat, city);
    const repair: Repair | undefined =
      line === undefined
        ? undefined
        : why === "swapped"
          ? { repair: "set-position", line, lon: lat, lat: lon }
          : { repair: "leave-out", lines: [line] };
    findings.add({
      code: "place-far",
      severity: "warning",
      source: resource.path,
      row: line,
      context: { name: place.name || place.address || place.id, why, lon: rounded(lon), lat: rounded(lat) },
      about: [{ on: "point", lon, lat }],
      repair: repair && { resource: resource.name, repair },
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

const rounded = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;
