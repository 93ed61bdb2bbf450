import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AddedSite, Scenario, SiteEdit } from "../../src/domain/scenario.ts";
import { scenariosCsv, scenariosResource } from "../../src/export/scenarios-csv.ts";
import { readWholePackage } from "../ingest/read-whole-package.ts";
import { csvResource, smallPackage } from "../ingest/small-package.ts";

const PLACES = ["A1", "A2", "0007", "constructor", "__proto__", "-5", "=x", "'@y", "ä;ö"];
const PLACE_TABLE = `id,kind,lon,lat\n${PLACES.map((id) => `"${id}",quartierszentrum,13.05,52.05`).join("\n")}\n`;

async function readAgain(scenarios: readonly Scenario[]) {
  const source = smallPackage([csvResource("orte", { role: "anlaufpunkte" }), scenariosResource("Szenarien")], {
    "orte.csv": PLACE_TABLE,
    "szenarien.csv": scenariosCsv(scenarios),
  });
  const { supply, issues, reports } = await readWholePackage(source);
  return { scenarios: supply.scenarios, reports, issues: issues.filter(({ code }) => code !== "name-missing") };
}

/** Whatever a person writes, and what a spreadsheet would run; as the app keeps texts, without spaces around. */
const words = fc
  .oneof(
    fc.string({ unit: "grapheme", maxLength: 12 }),
    fc.constantFrom(
      "Stadtrand; „neu“",
      'a "b"',
      "=1+1",
      "-2",
      "+49",
      "@SUM(A1)",
      "'=x",
      "''-",
      "🏠 Müßiggang",
      "a\nb",
      "a\r\nb",
      "x,y",
    ),
  )
  .map((text) => text.trim())
  .filter((text) => !text.includes("\0"));
const name = words.filter((text) => text !== "");
const lon = fc.double({ min: -180, max: 180, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const lat = fc.double({ min: -90, max: 90, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const capacity = fc.oneof(
  fc.nat(500),
  fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value + 0),
);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const position = fc.record({ lon, lat });
const edit: fc.Arbitrary<SiteEdit> = fc
  .tuple(
    optional(position),
    fc.record({
      kind: optional(name),
      capacity: optional(capacity),
      status: fc.constantFrom(undefined, "existing", "closed"),
    }),
  )
  .map(([moved, rest]) => ({ ...moved, ...rest }) as SiteEdit)
  .filter((value) => Object.values(value).some((one) => one !== undefined));
const added: fc.Arbitrary<AddedSite> = fc.record({
  id: name.filter((id) => !PLACES.includes(id)),
  name: words,
  kind: name,
  lon,
  lat,
  capacity: optional(capacity),
});
const scenario: fc.Arbitrary<Scenario> = fc.record({
  id: name,
  title: name,
  note: optional(name),
  added: fc.uniqueArray(added, { selector: ({ id }) => id, maxLength: 4 }),
  edited: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...PLACES), edit), { selector: ([id]) => id, maxLength: 4 })
    .map((entries) => Object.fromEntries(entries)),
});

/** As entries: an id like `__proto__` is compared like any other. */
const comparable = (scenarios: readonly Scenario[] | undefined) =>
  scenarios?.map(({ edited, ...rest }) => ({ ...rest, edited: Object.entries(edited).sort() }));

describe("scenarios as a file of a package", () => {
  test("written and read again are the same, whatever their texts and numbers", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(scenario, { selector: ({ id }) => id, maxLength: 4, minLength: 1 }),
        async (scenarios) => {
          const again = await readAgain(scenarios);
          expect(again.issues).toEqual([]);
          expect(comparable(again.scenarios)).toEqual(comparable(scenarios));
        },
      ),
      { numRuns: 150 },
    );
  });

  test("are one row per change that a person can read", () => {
    const text = new TextDecoder().decode(
      scenariosCsv([
        {
          id: "rand",
          title: "Zentrum am Rand",
          note: "Beschluss offen",
          added: [{ id: "neu-1", name: "=Treff", kind: "quartierszentrum", lon: 13.1, lat: 52.5, capacity: 60 }],
          edited: { A1: { status: "closed" }, A2: { lon: 13.2, lat: 52.4, capacity: 0 } },
        },
        { id: "leer", title: "Noch nichts", added: [], edited: {} },
      ]),
    );
    expect(text.split("\r\n")).toEqual([
      "scenario,scenarioTitle,change,anlaufpunkt,name,kind,lon,lat,capacity,note",
      "rand,Zentrum am Rand,add,neu-1,'=Treff,quartierszentrum,13.1,52.5,60,Beschluss offen",
      "rand,Zentrum am Rand,close,A1,,,,,,",
      "rand,Zentrum am Rand,move,A2,,,13.2,52.4,,",
      "rand,Zentrum am Rand,capacity,A2,,,,,0,",
      "leer,Noch nichts,none,,,,,,,",
      "",
    ]);
  });

  test.each<[string, Partial<AddedSite>]>([
    ["a negative capacity", { capacity: -1 }],
    ["a capacity that is no number", { capacity: Number.NaN }],
    ["a place beyond the earth", { lat: 91 }],
  ])("refuse %s", (_, wrong) => {
    const site = { id: "n", name: "", kind: "k", lon: 1, lat: 2, ...wrong };
    expect(() => scenariosCsv([{ id: "s", title: "s", added: [site], edited: {} }])).toThrow(RangeError);
  });
});
