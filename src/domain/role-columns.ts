import type { Role } from "./city.ts";

/** Columns of the contract that a role reads, in the order in which they choose among the columns of a file. */
export const ROLE_COLUMNS: Readonly<Record<Role, readonly string[]>> = {
  sozialraeume: ["id", "name", "parent", "residents", "households", "areaSquareMetres"],
  anlaufpunkte: [
    ...["lon", "lat", "x", "y", "id", "name", "kind", "address", "street", "number", "addition", "postcode", "place"],
    ...["district", "topics", "targetGroups", "provider", "openingHours"],
    ...["wheelchair", "languages", "website", "phone", "email", "status", "capacity"],
  ],
  population: ["x", "y", "lon", "lat", "residents", "cellSizeMetres"],
  observations: ["period", "indicator", "value", "status"],
  indicators: ["id", "title", "unit", "kind", "direction", "numerator", "denominator", "per", "description"],
  goals: ["id", "title", "parent", "description", "indicators", "target", "targetDate"],
  vorhaben: ["id", "title", "status", "field", "goals", "contact", "organisation", "start", "end", "costs", "partners"],
  termine: ["id", "kind", "date", "participants", "organisation"],
  akteure: ["id", "name", "kind", "functions", "contact", "needs"],
  network: ["from", "to", "lengthMetres", "class", "oneWay"],
  "network-nodes": ["id", "x", "y", "lon", "lat"],
  addresses: [...["x", "y", "lon", "lat", "street", "number", "addition", "postcode", "place", "district", "address"]],
  scenarios: [],
  slides: ["id", "title", "address"],
  workspace: ["key", "value"],
  background: ["layer"],
};

const AREA_COLUMNS: Partial<Record<Role, string>> = {
  observations: "sozialraum",
  population: "sozialraum",
  termine: "sozialraum",
  vorhaben: "sozialraeume",
  akteure: "sozialraeume",
};

/** The column in which rows of a role name their Sozialraum, or several. */
export function areaColumnOf(role: Role): string | undefined {
  return AREA_COLUMNS[role];
}

/** Columns of the contract that hold dates or periods. */
export const DATE_COLUMNS = ["period", "date", "start", "end", "targetDate"];
