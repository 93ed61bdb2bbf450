import type { Goal } from "../goal.ts";

/** One goal of a catalogue that comes with the app: id, German title, English title; its operational goals below it. */
export type CatalogueEntry = readonly [id: string, de: string, en: string, goals?: readonly CatalogueEntry[]];

/** Flat list of the goals of a catalogue, each strategic goal followed by its operational goals. */
export function catalogueGoals(catalogue: string, entries: readonly CatalogueEntry[], parent?: string): Goal[] {
  return entries.flatMap(([id, de, en, goals]) => [
    { id, title: { de, en }, parent, indicators: [], catalogue, resource: "" },
    ...catalogueGoals(catalogue, goals ?? [], id),
  ]);
}
