import type { Anlaufpunkt } from "../../domain/anlaufpunkt.ts";
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
    id: places.map((place) => place.id),
    position: places.map((_, position) => position),
    name: places.map((place) => place.name),
    kind: places.map((place) => place.kind),
    lon: places.map((place) => place.lon),
    lat: places.map((place) => place.lat),
    topics: places.map((place) => place.topics),
    target_groups: places.map((place) => place.targetGroups),
    languages: places.map((place) => place.languages),
    status: places.map((place) => place.status),
    provider: places.map((place) => place.provider),
    address: places.map((place) => place.address),
    opening_hours: places.map((place) => place.openingHours),
    wheelchair: places.map((place) => place.wheelchair),
    website: places.map((place) => place.website),
    phone: places.map((place) => place.phone),
    email: places.map((place) => place.email),
    capacity: places.map((place) => place.capacity),
    resource: places.map((place) => place.resource),
  };
}
