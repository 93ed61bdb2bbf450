import { describe, expect, test } from "vitest";
import type { CityForData } from "../../../src/domain/data-draft.ts";
import { inspectFile } from "../../../src/ingest/inspect/inspect-file.ts";
import { previewDraft } from "../../../src/ingest/inspect/preview-draft.ts";

const CITY: CityForData = { levels: [], box: [9.3, 54.7, 9.6, 54.9], indicators: [], names: [], paths: [] };

const bytes = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

const lines = (count: number, line: (n: number) => string) => Array.from({ length: count }, (_, n) => line(n + 1));

/** As offices have them: layout, and how its parts are called by us. */
const LAYOUTS: readonly { readonly name: string; readonly text: string; readonly columns: Record<string, string> }[] = [
  {
    name: "Hauskoordinaten (HK-DE), without a header, UTM with the zone before the easting",
    text: lines(
      40,
      (n) =>
        `N;DESH000000000${1000 + n};A;01;0;01;000;0000;00420;${n};${n % 3 === 0 ? "a" : ""};32527${100 + n},123;6071${200 + n},456;Große Straße;24937;Flensburg;;Innenstadt`,
    ).join("\r\n"),
    columns: {
      x: "OSTWERT",
      y: "NORDWERT",
      street: "STN",
      number: "HNR",
      addition: "ADZ",
      postcode: "PLZ",
      place: "ONM",
      district: "POT",
    },
  },
  {
    name: "ALKIS addresses of a Land",
    text: [
      "gml_id;land;kreis;gemeinde;strassenschluessel;strassenname;hausnummer;adressierungszusatz;postleitzahl;ortsnamepost;ortsteil;ostwert;nordwert",
      ...lines(
        40,
        (n) =>
          `DESH${n};01;01;000;00420;Große Straße;${n};;24937;Flensburg;Innenstadt;527${100 + n}.1;6071${200 + n}.2`,
      ),
    ].join("\n"),
    columns: {
      x: "ostwert",
      y: "nordwert",
      street: "strassenname",
      number: "hausnummer",
      addition: "adressierungszusatz",
      postcode: "postleitzahl",
      place: "ortsnamepost",
      district: "ortsteil",
    },
  },
  {
    name: "a city's own list",
    text: [
      "STRNAME,HNR,HNRZ,PLZ,RW,HW",
      ...lines(40, (n) => `Große Straße,${n},${n % 2 ? "" : "b"},24937,527${100 + n}.1,6071${200 + n}.2`),
    ].join("\n"),
    columns: { x: "RW", y: "HW", street: "STRNAME", number: "HNR", addition: "HNRZ", postcode: "PLZ" },
  },
  {
    name: "degrees and a whole address",
    text: ["ADRESSE,lon,lat", ...lines(40, (n) => `"Große Straße ${n}, 24937 Flensburg",9.43${n},54.78${n}`)].join(
      "\n",
    ),
    columns: { lon: "lon", lat: "lat", address: "ADRESSE" },
  },
];

describe("a file of addresses", () => {
  test.each(LAYOUTS)("is known by its layout: $name", async ({ text, columns }) => {
    const { draft } = await inspectFile("adressen.csv", bytes(text), CITY);
    expect(draft?.anlaufpunkt.role).toBe("addresses");
    expect(draft?.anlaufpunkt.columns).toEqual(columns);
    if (!draft) throw new Error("no draft");
    const { kept, rejected, place, issues } = await previewDraft(draft, bytes(text), CITY);
    expect({ kept, rejected, inside: place?.insideCity, issues }).toEqual({
      kept: 40,
      rejected: 0,
      inside: 1,
      issues: [],
    });
  });

  test.each([
    ["with a name", "Einrichtung;Straße;Nr.;PLZ;lon;lat\nTreff;Große Straße;5;24937;9.43;54.78"],
    ["with a kind and a phone", "Art;Telefon;Adresse;lon;lat\nTreff;0461;Große Straße 5;9.43;54.78"],
  ])("is not what places are: %s", async (_, text) => {
    const { draft } = await inspectFile("orte.csv", bytes(text), CITY);
    expect(draft?.anlaufpunkt.role).toBe("anlaufpunkte");
  });

  test("lends its words to places too: „Nr.“ right of the street is the number of the house, elsewhere a key", async () => {
    const parts = "Nr;Name;Straße;Nr.;PLZ;Ort\n1;Treff;Große Straße;5;24937;Flensburg";
    const { draft } = await inspectFile("orte.csv", bytes(parts), CITY);
    expect(draft?.anlaufpunkt).toMatchObject({
      role: "anlaufpunkte",
      columns: { id: "Nr", name: "Name", street: "Straße", number: "Nr.", postcode: "PLZ", place: "Ort" },
    });
    const whole = "Nr;Name;Adresse\n1;Treff;Große Straße 5";
    const other = await inspectFile("orte.csv", bytes(whole), CITY);
    expect(other.draft?.anlaufpunkt.columns).toEqual({ id: "Nr", name: "Name", address: "Adresse" });
  });
});
