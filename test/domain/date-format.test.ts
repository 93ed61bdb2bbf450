import { describe, expect, test } from "vitest";
import { isoDate, possibleDateFormats } from "../../src/domain/date-format.ts";

describe("dates as offices write them", () => {
  test("day and month that could be either are told by the one that can be only a day", () => {
    expect(possibleDateFormats(["03/04/2021"])).toEqual(["DD/MM/YYYY", "MM/DD/YYYY"]);
    expect(possibleDateFormats(["03/04/2021", "13/04/2021"])).toEqual(["DD/MM/YYYY"]);
    expect(possibleDateFormats(["03/04/2021", "04/13/2021"])).toEqual(["MM/DD/YYYY"]);
    expect(possibleDateFormats(["3.4.2021", "", "31.12.2020"])).toEqual(["DD.MM.YYYY"]);
    expect(possibleDateFormats(["03.04.21"])).toEqual(["DD.MM.YY"]);
    expect(possibleDateFormats(["2021-04-03", "2021"])).toEqual([]);
  });

  test("a date is read with its time left out, and a day that no calendar has is none", () => {
    expect(isoDate("3.4.2021 00:00:00", "DD.MM.YYYY")).toBe("2021-04-03");
    expect(isoDate("03/04/2021", "MM/DD/YYYY")).toBe("2021-03-04");
    expect(isoDate("31.12.29", "DD.MM.YY")).toBe("2029-12-31");
    expect(isoDate("31.12.30", "DD.MM.YY")).toBe("1930-12-31");
    expect(isoDate("31.02.2021", "DD.MM.YYYY")).toBeUndefined();
    expect(isoDate("13/13/2021", "MM/DD/YYYY")).toBeUndefined();
  });
});
