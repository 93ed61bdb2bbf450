import type { Akteur } from "../../domain/vorhaben.ts";
import { defineTable, type TableValues } from "../table.ts";

export const akteureTable = defineTable({
  name: "akteure",
  comment: "An actor, instrument or resource of the stock-take",
  columns: {
    id: "text",
    name: "text",
    kind: "text",
    sozialraeume: "text-list",
    functions: "text-list",
    contact: "text",
    needs: "text",
    resource: "text",
  },
  comments: { functions: "contact, organises, advises, coordinates, networks" },
});

export function akteurRows(akteure: readonly Akteur[]): TableValues<typeof akteureTable.columns> {
  return {
    id: akteure.map((akteur) => akteur.id),
    name: akteure.map((akteur) => akteur.name),
    kind: akteure.map((akteur) => akteur.kind),
    sozialraeume: akteure.map((akteur) => akteur.sozialraeume),
    functions: akteure.map((akteur) => akteur.functions),
    contact: akteure.map((akteur) => akteur.contact),
    needs: akteure.map((akteur) => akteur.needs),
    resource: akteure.map((akteur) => akteur.resource),
  };
}
