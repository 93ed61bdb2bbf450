import type { Vorhaben } from "../../domain/vorhaben.ts";
import { defineTable, type TableValues } from "../table.ts";

export const vorhabenSozialraeumeTable = defineTable({
  name: "vorhaben_sozialraeume",
  comment: "A Sozialraum of a Vorhaben; one without any is for the whole city",
  columns: { vorhaben: "text", sozialraum: "text" },
  comments: { sozialraum: "Id of an area of any level, or * for the whole city" },
  primaryKey: ["vorhaben", "sozialraum"],
});

export function vorhabenSozialraumRows(
  vorhaben: readonly Vorhaben[],
): TableValues<typeof vorhabenSozialraeumeTable.columns> {
  const pairs = vorhaben.flatMap((project) =>
    [...new Set(project.sozialraeume)].map((sozialraum) => ({ vorhaben: project.id, sozialraum })),
  );
  return { vorhaben: pairs.map((pair) => pair.vorhaben), sozialraum: pairs.map((pair) => pair.sozialraum) };
}
