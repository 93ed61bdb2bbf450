import { describe, expect, test } from "vitest";
import { matchNames, nearestNames } from "../../../src/ingest/inspect/match-names.ts";

const AREAS = [
  { id: "1", name: "Altstadt" },
  { id: "2", name: "St. Pauli" },
  { id: "3", name: "Groß-Flottbek" },
  { id: "4", name: "Müllerstraße" },
  { id: "5", name: "Mitte" },
  { id: "6", name: "Mitte" },
  { id: "7", name: "Neustadt" },
];

describe("names of Sozialräume", () => {
  test("are found whatever the case, umlauts, hyphens, numbers before and remarks behind", () => {
    const { matches } = matchNames(
      ["ALTSTADT", "Sankt Pauli", "Gross Flottbek", "Muellerstr.", "07 - Neustadt (ohne Hafen)"],
      AREAS,
    );
    expect([...matches.values()]).toEqual(["1", "2", "3", "4", "7"]);
  });

  test("are found behind the kind of their area, turned round for an alphabet, and with the point of the sky cut short", () => {
    const areas = [...AREAS, { id: "8", name: "Westliche Höhe" }, { id: "9", name: "Südliche Friedrichstadt" }];
    const raws = ["OT Altstadt", "Stadtteil Neustadt", "Höhe, Westliche", "Südl. Friedrichstadt"];
    expect([...matchNames(raws, areas).matches.values()]).toEqual(["1", "7", "8", "9"]);
  });

  test("are found behind a word that several share, where each of them is left with a Sozialraum of its own", () => {
    const city = ["Köln-Altstadt", "Köln-Neustadt", "Köln - Groß-Flottbek"];
    expect([...matchNames(city, AREAS).matches.values()]).toEqual(["1", "7", "3"]);
    // „Neu-“ is a part of names: not of all of them a Sozialraum is left, or it is named beside them.
    expect(matchNames(["Neu-Altstadt", "Neu-Neustadt", "Neu-Buckow"], AREAS).matches.size).toBe(0);
    expect([...matchNames(["Altstadt", "Alt-Altstadt", "Alt-Neustadt", "Alt-St. Pauli"], AREAS).matches]).toEqual([
      ["Altstadt", "1"],
    ]);
  });

  test("mean none where several Sozialräume have them", () => {
    const { matches, repeated } = matchNames(["Mitte"], AREAS);
    expect(matches.size).toBe(0);
    expect(repeated).toEqual(["Mitte"]);
  });

  test("that are unknown come with the nearest, parts of merged areas among them", () => {
    expect(nearestNames("Altstatt", AREAS, 3).map(({ id }) => id)).toEqual(["1"]);
    expect(nearestNames("Altstadt/Neustadt", AREAS, 3).map(({ id }) => id)).toEqual(["1", "7"]);
    expect(nearestNames("Quickborn", AREAS, 3)).toEqual([]);
    expect(nearestNames("", AREAS, 3)).toEqual([]);
  });
});
