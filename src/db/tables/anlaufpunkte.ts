import type { Anlaufpunkt } from "../../domain/anlaufpunkt.ts";
import { perRow } from "../arrow-columns.ts";
import { defineTable, type TableValues } from "../table.ts";

export const anlaufpunkteTable = defineTable({
  name: "anlaufpunkte",
  comment: "A place where people find contact or help",
  columns: {
    id: "text",
    position: "integer",
    name: "text",
    kind: "text",
    lon: "double",
    lat: "double",
    topics: "text-list",
    target_groups: "text-list",
    languages: "text-list",
    status: "text",
    provider: "text",
    address: "text",
    opening_hours: "text",
    wheelchair: "text",
    website: "text",
    phone: "text",
    email: "text",
    capacity: "double",
    resource: "text",
  },
  comments: {
    position: "Index in the order of reading: what the coverage tables refer to",
    name: "May be empty",
    lon: "Degrees, EPSG:4326",
    lat: "Degrees, EPSG:4326",
    status: "existing, planned, closed",
    opening_hours: "OSM syntax",
    wheelchair: "yes, limited, no; NULL = the source did not say",
  },
  primaryKey: ["id"],
});

export function anlaufpunktRows(places: readonly Anlaufpunkt[]): TableValues<typeof anlaufpunkteTable.columns> {
  return {
    id: perRow(places, (place) => place.id),
    position: perRow(places, (_, position) => position),
    name: perRow(places, (place) => place.name),
    kind: perRow(places, (place) => place.kind),
    lon: perRow(places, (place) => place.lon),
    lat: perRow(places, (place) => place.lat),
    topics: perRow(places, (place) => place.topics),
    target_groups: perRow(places, (place) => place.targetGroups),
    languages: perRow(places, (place) => place.languages),
    status: perRow(places, (place) => place.status),
    provider: perRow(places, (place) => place.provider),
    address: perRow(places, (place) => place.address),
    opening_hours: perRow(places, (place) => place.openingHours),
    wheelchair: perRow(places, (place) => place.wheelchair),
    website: perRow(places, (place) => place.website),
    phone: perRow(places, (place) => place.phone),
    email: perRow(places, (place) => place.email),
    capacity: perRow(places, (place) => place.capacity),
    resource: perRow(places, (place) => place.resource),
  };
}
