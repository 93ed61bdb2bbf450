import { expect, test } from "vitest";
import { createAppStore } from "../../src/state/app-state.ts";
import { searchMatches } from "../../src/state/selectors/search-matches.ts";

const title = (text: string) => ({ de: text, en: text });
const store = createAppStore();
store.setState((state) => ({
  document: {
    ...state.document,
    map: {
      levels: [
        {
          id: "quartier",
          title: title("Quartier"),
          sozialraeume: [
            { id: "0101", name: "Mühlenfeld" },
            { id: "0102", name: "Am Mühlgraben" },
            { id: "0103", name: "Große Straße" },
          ],
        },
      ],
    },
    supply: {
      kinds: [{ id: "beratungsstelle", title: title("Beratungsstelle") }],
      anlaufpunkte: [
        { id: "a", name: "", kind: "beratungsstelle", address: "Mühlenweg 3" },
        { id: "b", name: "<b>Haus</b>", kind: "beratungsstelle" },
      ],
    },
  } as never,
}));
const found = (text: string) => searchMatches(store.getState(), text).map((match) => match.title);

test("marks, case and the ways to write an umlaut do not matter", () => {
  for (const text of ["mühlenfeld", "MUHLENFELD", "muehlenfeld"]) expect(found(text)).toEqual(["Mühlenfeld"]);
  expect(found("grosse strasse")).toEqual(["Große Straße"]);
});

test("names that begin with the text come before those that hold it, areas before places", () => {
  expect(found("mühl")).toEqual(["Mühlenfeld", "Am Mühlgraben", "Beratungsstelle"]);
});

test("every word must occur; the number of an area and the address of a place count", () => {
  expect(found("0103")).toEqual(["Große Straße"]);
  expect(found("beratungsstelle mühlenweg")).toEqual(["Beratungsstelle"]);
  expect(found("mühlenfeld haus")).toEqual([]);
});

test("no text finds nothing, and characters of patterns and of markup are only characters", () => {
  expect(found("  ")).toEqual([]);
  expect(found(".*")).toEqual([]);
  expect(found("<b>")).toEqual(["<b>Haus</b>"]);
});
