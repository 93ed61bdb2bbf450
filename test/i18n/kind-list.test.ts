import { expect, test } from "vitest";
import { kindList } from "../../src/i18n/kind-list.ts";

const kind = (de: string, en: string) => ({ plural: { de, en } });
const centres = kind("Quartierszentren", "Neighbourhood centres");
const advice = kind("Beratungsstellen", "Advice centres");

test("kinds in a row are written as their language writes nouns", () => {
  expect(kindList([centres, advice], "de")).toBe("Quartierszentren und Beratungsstellen");
  expect(kindList([centres, advice, kind("Bibliotheken", "Libraries")], "en")).toBe(
    "Neighbourhood centres, advice centres and libraries",
  );
  expect(kindList([advice], "en")).toBe("Advice centres");
});

test("a German name that stands for English, and an abbreviation, keep their capitals", () => {
  expect(kindList([centres, kind("Stadtteiltreff", "Stadtteiltreff")], "en")).toBe(
    "Neighbourhood centres and Stadtteiltreff",
  );
  expect(kindList([centres, kind("AWO-Häuser", "AWO houses")], "en")).toBe("Neighbourhood centres and AWO houses");
});
