import { INDICATORS } from "./indicator-definitions.mjs";
import { KINDS } from "./place-plan.mjs";
import { AGE_GROUPS, CELL_SIZE } from "./population.mjs";

const LICENCES = [
  { name: "CC0-1.0", title: "CC0 1.0 Universell", path: "https://creativecommons.org/publicdomain/zero/1.0/deed.de" },
];
const SOURCES = [{ title: "Erfundene Daten, erzeugt vom Generator dieses Projekts" }];

/** Columns that hold numbers; all other columns are text. */
const NUMBERS = new Set([
  "lon",
  "lat",
  "capacity",
  "per",
  "target",
  "participants",
  "x",
  "y",
  "einwohner",
  ...AGE_GROUPS.map((group) => `alter_${group.replace("-", "_")}`),
]);
const schemaOf = (columns) => ({
  fields: columns.map((name) => ({ name, type: NUMBERS.has(name) ? "number" : "string" })),
  missingValues: [""],
});

function csv(name, title, table, role, more = {}, delimiter = ",") {
  return {
    name,
    path: `${name}.csv`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    title,
    dialect: { delimiter },
    schema: schemaOf(table.columns),
    licenses: LICENCES,
    sources: SOURCES,
    anlaufpunkt: { role, ...more },
  };
}

function geojson(name, title, role, more = {}) {
  return {
    name,
    path: `${name}.geojson`,
    format: "geojson",
    mediatype: "application/geo+json",
    encoding: "utf-8",
    title,
    licenses: LICENCES,
    sources: SOURCES,
    anlaufpunkt: { role, ...more },
  };
}

/** The descriptor of the package, for the tables as they were written. */
export function describePackage({ seed, tables, name = "modellstadt", title = "Modellstadt – erfundene Daten" }) {
  const groups = Object.fromEntries(AGE_GROUPS.map((group) => [group, `alter_${group.replace("-", "_")}`]));
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name,
    title,
    description: `Eine erfundene Stadt mit ${INDICATORS.length} Kennzahlen aus acht Jahren. Nichts darin stammt aus einer wirklichen Stadt. Erzeugt mit Startwert ${seed}.`,
    version: "1.0.0",
    created: "2026-11-22T00:00:00Z",
    licenses: LICENCES,
    sources: SOURCES,
    anlaufpunkt: {
      version: 1,
      locale: "de-DE",
      suppressBelow: 3,
      invented: { de: "Modellstadt – erfundene Daten", en: "Model city – invented data" },
    },
    resources: [
      geojson("quartiere", "Quartiere", "sozialraeume", {
        level: "quartier",
        levelTitle: { de: "Quartier", en: "Neighbourhood" },
        parentLevel: "stadtbezirk",
        period: "2024",
      }),
      geojson("stadtbezirke", "Stadtbezirke", "sozialraeume", {
        level: "stadtbezirk",
        levelTitle: { de: "Stadtbezirk", en: "City district" },
        period: "2024",
      }),
      csv("anlaufpunkte", "Anlaufpunkte", tables.anlaufpunkte, "anlaufpunkte", { period: "2024-12", kinds: KINDS }),
      csv(
        "einwohner-100m",
        "Einwohner:innen im 100-m-Raster",
        tables.einwohner,
        "population",
        { crs: "EPSG:25832", period: "2024", cellSizeMetres: CELL_SIZE, columns: { residents: "einwohner" }, groups },
        ";",
      ),
      csv("indikatoren", "Indikatoren", tables.indikatoren, "indicators"),
      csv(
        "werte",
        "Werte der Indikatoren 2017–2024",
        tables.werte,
        "observations",
        {
          level: "quartier",
          decimalChar: ",",
          columns: { indicator: "indikator", period: "jahr", value: "wert" },
          missing: { ".": "suppressed", "/": "not-stated", x: "not-applicable" },
          zero: ["-"],
        },
        ";",
      ),
      csv(
        "bestand",
        "Einwohner:innen, Haushalte und Wohnungen 2017–2024",
        tables.bestand,
        "observations",
        {
          level: "quartier",
          columns: { sozialraum: "SOZIALRAUM" },
          values: tables.bestand.values,
          missing: { "": "not-stated", "*": "suppressed", x: "not-applicable" },
          zero: ["-"],
        },
        ";",
      ),
      {
        ...csv("ziele-norderstedt", "Ziele und Kennzahlen (S1)", tables.zieleNorderstedt, "goals", {
          catalogue: "norderstedt",
        }),
        description: "Folgt dem Entwurf des Zielkatalogs der Stadt Norderstedt von 2021; Zielwerte erfunden.",
      },
      {
        ...csv(
          "ziele-quartiersmanagement",
          "Ziele des Quartiersmanagements (S2)",
          tables.zieleQuartiersmanagement,
          "goals",
          { catalogue: "quartiersmanagement" },
        ),
        description:
          "Die neun strategischen Ziele des Berliner Quartiersmanagements mit ihren operationalen Zielen; Verknüpfungen erfunden.",
      },
      csv("vorhaben", "Vorhaben", tables.vorhaben, "vorhaben"),
      csv("termine", "Termine 2024", tables.termine, "termine"),
      csv("akteure", "Akteure, Instrumente und Mittel", tables.akteure, "akteure"),
      csv("szenarien", "Szenarien", tables.szenarien, "scenarios"),
      geojson("wegenetz", "Wegenetz für Fußwege", "network", { period: "2024" }),
      geojson("hintergrund", "Hintergrundkarte", "background", { period: "2024" }),
    ],
  };
}
