import { describe, expect, test } from "vitest";
import { columnMeaning } from "../../../src/ingest/inspect/column-meaning.ts";
import { periodOfCell, periodOfSerial, writtenPeriod } from "../../../src/ingest/inspect/written-period.ts";

const period = (text: string) => writtenPeriod(text)?.period;

describe("times as offices write them", () => {
  test.each([
    ["Stichtag 31.12.2023", "2023-12-31"],
    ["2021-12-31", "2021-12-31"],
    ["Q1 2022", "2022-Q1"],
    ["2022/Q3", "2022-Q3"],
    ["3. Quartal 2022", "2022-Q3"],
    ["IV. Quartal 2022", "2022-Q4"],
    ["Stand: März 2023", "2023-03"],
    ["Mrz. 2022", "2022-03"],
    ["04/2022", "2022-04"],
    ["EW 2022-05", "2022-05"],
    ["Schuljahr 2021/22", "2021"],
    ["Kitajahr 2021/2022", "2021"],
    ["Einwohner_2020", "2020"],
  ])("%s is %s", (text, meant) => {
    expect(period(text)).toBe(meant);
  });

  test.each(["unter 3", "65 und mehr", "0-6", "18-65", "3 bis unter 6", "1.000", "12020", "Mai", "31.13."])(
    "%s is none",
    (text) => {
      expect(period(text)).toBeUndefined();
    },
  );

  test("are the contract's, and a November only where no second year can be meant", () => {
    expect([period("2010-11"), period("2010-12"), period("31.02.2020")]).toEqual(["2010", "2010-12", "2020"]);
  });

  test("fill a cell of a column of times, also as numbers of a spreadsheet or of a program", () => {
    expect(["202012", "2021.0", "Dez. 2020", "2021/22"].map(periodOfCell)).toEqual([
      "2020-12",
      "2021",
      "2020-12",
      "2021",
    ]);
    expect(periodOfCell("Zugänge 2020")).toBeUndefined();
    expect([periodOfSerial("44561"), periodOfSerial("812")]).toEqual(["2021-12-31", undefined]);
  });

  test("are no part of what a column is called; where nothing else stands there the table says what is counted", () => {
    const table = { about: "Arbeitslose", columns: 4 };
    const title = (name: string) => columnMeaning({ name }, [], table).title;
    expect(["Schüler 2021/22", "Q1 2022", "31.12.2021", "Fälle Jan. 2022"].map(title)).toEqual([
      ...["Schüler", "Arbeitslose", "Arbeitslose", "Fälle"],
    ]);
  });
});
