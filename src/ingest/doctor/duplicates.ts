import type { Anlaufpunkt } from "../../domain/anlaufpunkt.ts";
import { distanceMetres } from "../../geo/distance.ts";
import { lineOfRecord } from "../record-lines.ts";
import type { Examined } from "./examined.ts";
import type { Findings } from "./findings.ts";

/** Two entries of one house lie this close. */
const SAME_PLACE_METRES = 30;
/** Comparing whole rows of larger tables takes longer than it helps. */
const MOST_ROWS = 200_000;
/** One house of many may stand there more often than anybody compares pair by pair. */
const MOST_OF_A_NAME = 500;

/** Places of the same kind and name within 30 m of each other, and rows that are the same in every cell. */
export function examineDuplicates(
  examined: Pick<Examined, "places" | "tables" | "resources">,
  findings: Findings,
): void {
  examinePlaces(examined, findings);
  examineRows(examined, findings);
}

function examinePlaces({ places, resources }: Pick<Examined, "places" | "resources">, findings: Findings): void {
  const byName = new Map<string, Anlaufpunkt[]>();
  for (const place of places) {
    const name = place.name.trim().toLowerCase().replace(/\s+/g, " ");
    if (name === "") continue;
    const key = `${place.kind}\n${place.status}\n${name}`;
    const same = byName.get(key) ?? [];
    const twin = same.find((other) => distanceMetres(place.lon, place.lat, other.lon, other.lat) <= SAME_PLACE_METRES);
    if (same.length < MOST_OF_A_NAME) byName.set(key, [...same, place]);
    const resource = resources.get(place.resource);
    if (!twin || !resource) continue;
    const row = lineOfRecord(place);
    const metres = Math.round(distanceMetres(place.lon, place.lat, twin.lon, twin.lat));
    findings.add({
      code: "place-twice",
      severity: "notice",
      source: resource.path,
      row,
      context: { name: place.name, metres, otherRow: lineOfRecord(twin) ?? "" },
      about: [
        { on: "anlaufpunkt", id: place.id },
        { on: "anlaufpunkt", id: twin.id },
      ],
      repair:
        row === undefined ? undefined : { resource: resource.name, repair: { repair: "leave-out", lines: [row] } },
    });
  }
}

function examineRows({ tables }: Pick<Examined, "tables">, findings: Findings): void {
  for (const { resource, table } of tables) {
    if (!table || resource.role === "population") continue;
    if (table.rowCount > MOST_ROWS) {
      findings.leaveOut(resource.path, "rows");
      continue;
    }
    const seen = new Set<string>();
    const again: number[] = [];
    for (let row = 0; row < table.rowCount; row++) {
      const cells = table.columns.map(({ texts }) => texts[row] ?? "");
      const key = JSON.stringify([cells, table.geometries?.[row] ?? null]);
      if (seen.has(key)) again.push(table.lineOf(row));
      else seen.add(key);
    }
    const row = again[0];
    if (row === undefined) continue;
    findings.add({
      code: "rows-identical",
      severity: "warning",
      source: resource.path,
      row,
      context: { rows: again.length },
      repair: { resource: resource.name, repair: { repair: "drop-duplicates" } },
    });
  }
}
