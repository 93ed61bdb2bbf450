import { describe, expect, test } from "vitest";
import type { CityForData } from "../../../src/domain/data-draft.ts";
import { inspectFile } from "../../../src/ingest/inspect/inspect-file.ts";

const NAMES = ["Altstadt", "Neustadt", "Nordstadt", "Weiche", "Tarup"];
const CITY: CityForData = {
  levels: [{ level: "plr", title: "Planungsraum", areas: NAMES.map((name, i) => ({ id: `0101110${i + 1}`, name })) }],
  indicators: [],
  names: [],
  paths: [],
};

async function told(text: string) {
  const bytes = new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
  const { issues } = await inspectFile("werte_2022.csv", bytes, CITY);
  return issues.map(({ code, column, context }) => [code, column, context]);
}

describe("what cannot be read as it is meant is said", () => {
  test("of a column of numbers with footnotes among them, which is not taken as values", async () => {
    const cells = ["12", "45*", "1.234r", "20", "31"];
    const text = ["Stadtteil;Fälle;Mittel", ...NAMES.map((name, i) => `${name};${cells[i]};${i + 10}`)].join("\n");
    expect(await told(text)).toEqual([
      ["column-not-numbers", "Fälle", { numbers: 3, others: 2, examples: "45*, 1.234r" }],
    ]);
  });

  test("of keys that a spreadsheet has rounded", async () => {
    const text = ["PLR;Fälle", ...NAMES.map((_, i) => `1,01E+06;${i + 10}`)].join("\n");
    expect(await told(text)).toEqual([["keys-rounded", "PLR", { example: "1,01E+06" }]]);
  });

  test("of areas that stand side by side in the header", async () => {
    const text = [`Merkmal;${NAMES.join(";")}`, "Fälle;1;2;3;4;5", "Haushalte;6;7;8;9;10"].join("\n");
    expect(await told(text)).toEqual([["areas-across", undefined, { areas: 5 }]]);
  });

  test("of letters that were read in another encoding and saved again", async () => {
    const text = ["Stadtteil;FÃ¤lle", ...NAMES.map((name, i) => `${name};${i + 10}`)].join("\n");
    expect(await told(text)).toEqual([["text-garbled", undefined, { example: "FÃ¤lle" }]]);
  });

  test("and of nothing else: names, ids and sentences are no columns of numbers", async () => {
    const rows = NAMES.map((name, i) => `0101110${i + 1};${name};${i + 10};Satz ${i}`);
    expect(await told(["Nr;Name;Fälle;Bemerkung", ...rows].join("\n"))).toEqual([]);
  });
});
