import { expect, test } from "vitest";
import { createAppStore } from "../../src/state/app-state.ts";
import { unknownChoices } from "../../src/state/selectors/unknown-choices.ts";
import { DEFAULT_VIEW, type View } from "../../src/state/view.ts";

const area = (id: string) => ({ id, name: id });
const CITY = {
  map: {
    levels: [
      { id: "quartier", sozialraeume: ["0101", "0102"].map(area) },
      { id: "bezirk", sozialraeume: [area("01")] },
    ],
  },
  supply: { kinds: [{ id: "quartierszentrum" }] },
  records: { indicators: [{ id: "wbs" }], observations: { period: ["2020", "2021"] } },
};

/** What is unknown of a view when only some parts of the city have arrived. */
function unknown(view: Partial<View>, parts: readonly (keyof typeof CITY)[] = ["map", "supply", "records"]) {
  const store = createAppStore({ ...DEFAULT_VIEW, ...view });
  const document = Object.fromEntries(parts.map((part) => [part, CITY[part]]));
  store.setState((state) => ({ document: { ...state.document, ...document } }));
  return unknownChoices(store.getState()).map(({ key, value }) => `${key} ${value}`);
}

test("what the package has is not unknown", () => {
  expect(unknown({})).toEqual([]);
  const view = { kind: ["quartierszentrum"], indicator: "wbs", period: "2021" };
  expect(unknown({ ...view, sozialraum: "0102", compare: ["0101"] })).toEqual([]);
  expect(unknown({ ...view, level: "bezirk", sozialraum: "01" })).toEqual([]);
});

test("each value that the package does not have is named", () => {
  expect(unknown({ level: "kiez" })).toEqual(["level kiez"]);
  expect(unknown({ kind: ["quartierszentrum", "kino"] })).toEqual(["kind kino"]);
  expect(unknown({ indicator: "glueck", period: "1999" })).toEqual(["indicator glueck", "period 1999"]);
  expect(unknown({ sozialraum: "01", compare: ["0101", "__proto__"] })).toEqual(["sozialraum 01", "compare __proto__"]);
});

test("nothing is called unknown before its part of the package has arrived", () => {
  const view = { level: "kiez", kind: ["kino"], indicator: "glueck", period: "1999" };
  expect(unknown(view, [])).toEqual([]);
  expect(unknown(view, ["map"])).toEqual(["level kiez"]);
  expect(unknown(view, ["map", "supply"])).toEqual(["level kiez", "kind kino"]);
});
