import { describe, expect, test } from "vitest";
import { guessHeader } from "../../../src/ingest/inspect/guess-header.ts";

const sheet = (text: string) => text.split("\n").map((line) => line.split("|"));

describe("the header of a sheet", () => {
  test("is its first line when the table begins there", () => {
    const guess = guessHeader(sheet("id|name|residents\n01|Nord|120\n02|Süd|80"));
    expect(guess).toEqual({ headerRows: [1], titles: [], isSure: true });
  });

  test("stands below titles, which are no rows", () => {
    const guess = guessHeader(
      sheet(
        "Einwohner nach Stadtteilen\nStand 31.12.2020||\n||\nNr.|Stadtteil|Einwohner\n1|Nord|1.200\n2|Süd|800\n3|Ost|77",
      ),
    );
    expect(guess.headerRows).toEqual([4]);
    expect(guess.titles.map(({ line }) => line)).toEqual([1, 2]);
    expect(guess.isSure).toBe(false);
  });

  test("has several lines where groups stand over columns, and years may be among them", () => {
    const guess = guessHeader(
      sheet(
        "Titel|||||\nNr|Name|Einwohner||Haushalte|\n||2019|2020|2019|2020\n1|Nord|12|13|5|6\n2|Süd|14|15|7|8\n3|Ost|16|17|9|9",
      ),
    );
    expect(guess.headerRows).toEqual([2, 3]);
    expect(guess.titles).toEqual([{ line: 1, text: "Titel" }]);
  });

  test("is missing where the first line holds data", () => {
    expect(guessHeader(sheet("1|Nord|120\n2|Süd|80\n3|Ost|77")).headerRows).toEqual([]);
  });

  test("is the first line of a table of texts, and of an empty sheet there is none", () => {
    expect(guessHeader(sheet("name|strasse\nTreff|Hauptstraße\nHaus|Ring")).headerRows).toEqual([1]);
    expect(guessHeader([]).headerRows).toEqual([]);
    expect(guessHeader([["", ""]]).headerRows).toEqual([]);
  });

  test("is not taken for data because it names years", () => {
    expect(guessHeader(sheet("Stadtteil|2018|2019|2020\nNord|12|13|14\nSüd|9|8|7")).headerRows).toEqual([1]);
  });

  test("ends before rows whose numbers are missing, also where most columns are texts", () => {
    const gaps = "id|title|per\ncount|Menschen|\nolder|Ältere|.\nrate|Quote|100\nother|Anteil|1000";
    expect(guessHeader(sheet(gaps)).headerRows).toEqual([1]);
    const groups = "Nr|Name|Menschen|\n||m|w\n1|Nord|.|x\n2|Süd|14|15\n3|Ost|16|17\n4|West|18|19";
    expect(guessHeader(sheet(groups)).headerRows).toEqual([1, 2]);
  });
});
