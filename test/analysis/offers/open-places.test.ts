import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import library from "opening_hours";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { openPlacesTask } from "../../../src/analysis/offers/offers-tasks.ts";
import { openPlaces } from "../../../src/analysis/offers/open-places.ts";
import { serveOffers } from "../../../src/analysis/offers/serve-offers.ts";
import { hoursReader } from "../../../src/analysis/offers/week-hours.ts";
import { type OpenTime, openTimeFrom, WEEKDAYS } from "../../../src/domain/open-time.ts";
import { runAtOnce } from "../../../src/work/run-steps.ts";
import { inlineRunner, TaskRegistry } from "../../../src/work/runner.ts";

const read = hoursReader(library);
const stateOf = (hours: string | undefined, time: OpenTime) => runAtOnce(openPlaces([hours], time, read)).states[0];
const at = (hours: string | undefined, text: string) => {
  const time = openTimeFrom(text);
  if (!time) throw new Error(`no time: ${text}`);
  return stateOf(hours, time);
};

describe("C19: open at a time", () => {
  // Hours as they stand in OpenStreetMap for places in Berlin, and in the model city.
  test.each([
    ["Mo-Fr 10:00-17:00; Sa 10:00-14:00", "sa", "open"],
    ["Mo-Fr 10:00-17:00; Sa 10:00-14:00", "sa-at-14:00", "closed"],
    ["Mo-Fr 10:00-17:00; Sa 10:00-14:00", "sa-at-13:59", "open"],
    ["Mo-Fr 10:00-17:00; Sa 10:00-14:00", "sa-from-14:00", "closed"],
    ["Mo-Fr 10:00-17:00; Sa 10:00-14:00", "su", "closed"],
    ["Mo-Fr 13:00-20:00; PH off", "from-18:00", "open"],
    ["Mo-Th 09:00-16:00; Fr 09:00-13:00", "from-18:00", "closed"],
    ["Tu 14:00-18:00; Th 09:00-12:00", "from-18:00", "closed"],
    ["Tu 14:00-18:00; Th 09:00-12:00", "from-17:59", "open"],
    ["Tu-Sa 10:00-19:00", "from-18:00", "open"],
    ["Sa 10:00-22:00", "from-18:00", "closed"],
    ["Tu-Fr 14:00-20:00; Sa 14:00-18:00", "mo", "closed"],
    ["Mo,Tu,Th,Fr 11:00-18:00; Sa 10:00-13:00", "we", "closed"],
    ["Mo-Fr 9-17", "mo-at-09:00", "open"],
    ["24/7", "su-at-03:00", "open"],
    ["off", "mo", "closed"],
    ["Mo-Su,PH 09:00-24:00", "su-at-23:59", "open"],
    ["Jan-Mar 10:00-12:00", "mo", "closed"],
    ["May-Sep Sa 10:00-12:00", "sa", "open"],
    ["SH Mo-Fr 10:00-12:00", "mo", "closed"],
  ])("%s on %s is %s", (hours, time, state) => {
    expect(at(hours, time)).toBe(state);
  });

  test("hours after midnight belong to the day before, but the clock is asked as it stands", () => {
    expect(at("Fr 20:00-02:00", "sa")).toBe("closed");
    expect(at("Fr 20:00-02:00", "fr-from-22:00")).toBe("open");
    expect(at("Fr 20:00-02:00", "sa-at-01:00")).toBe("open");
    expect(at("Su 22:00-03:00", "mo")).toBe("closed");
    expect(at("Su 22:00-03:00", "mo-at-01:00")).toBe("open");
    expect(at("Mo 00:00-03:00", "su-from-23:00")).toBe("open");
  });

  test("by a later rule a day has new hours only, as the syntax says; a comma adds to them", () => {
    expect(at("Mo-Fr 08:30-12:30; Mo,Th 14:00-17:00", "mo-at-09:00")).toBe("closed");
    expect(at("Mo-Fr 08:30-12:30, Mo,Th 14:00-17:00", "mo-at-09:00")).toBe("open");
  });
});

describe("C19: unknown is not closed", () => {
  test("where no hours are stated, where they cannot be read, and where they promise nothing", () => {
    for (const hours of [
      undefined,
      "",
      "  ",
      "Mo.-Fr. 9:00 bis 17 Uhr",
      "Mo-Fr 10:00",
      "nach Vereinbarung",
      "unknown",
    ]) {
      expect(at(hours, "mo")).toBe("unknown");
    }
    expect(at('Mo-Fr 10:00-16:00 || "nach Vereinbarung"', "mo-at-11:00")).toBe("open");
    expect(at('Mo-Fr 10:00-16:00 || "nach Vereinbarung"', "mo-at-17:00")).toBe("unknown");
  });

  test("all are counted, with the reason", () => {
    const hours = [
      "Mo 10:00-12:00",
      "Tu 10:00-12:00",
      undefined,
      "zwischen Frühstück und Mittag",
      "nach Vereinbarung",
      " ",
    ];
    const { states, ...counts } = runAtOnce(openPlaces(hours, { day: "mo" }, read));
    expect(states).toEqual(["open", "closed", "unknown", "unknown", "unknown", "unknown"]);
    expect(counts).toEqual({ open: 1, closed: 1, unknown: 4, withoutHours: 2, unreadable: 1 });
  });
});

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const NAMES = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const plan = fc.array(
  fc.record({
    day: fc.nat({ max: 6 }),
    from: fc.integer({ min: 240, max: 1400 }),
    length: fc.integer({ min: 1, max: 300 }),
  }),
  { minLength: 1, maxLength: 4 },
);
const inSyntax = (spans: readonly { day: number; from: number; length: number }[]) =>
  spans
    .map(({ day, from, length }) => `${NAMES[day]} ${clock(from)}-${clock(Math.min(1440, from + length))}`)
    .join(", ");

describe("laws of opening hours (C19)", () => {
  test("a place is open at a minute exactly when one of its spans holds that minute", () => {
    fc.assert(
      fc.property(plan, fc.nat({ max: 6 }), fc.nat({ max: 1439 }), (spans, day, minute) => {
        const holds = spans.some(
          (s) => s.day === day && minute >= s.from && minute < Math.min(1440, s.from + s.length),
        );
        expect(stateOf(inSyntax(spans), { day: WEEKDAYS[day], at: minute })).toBe(holds ? "open" : "closed");
      }),
      { numRuns: 150 },
    );
  });

  test("open at a minute means open from it on and on that day; open on a working day means open on some", () => {
    fc.assert(
      fc.property(plan, fc.nat({ max: 6 }), fc.integer({ min: 240, max: 1439 }), (spans, index, minute) => {
        const hours = inSyntax(spans);
        const day = WEEKDAYS[index];
        if (stateOf(hours, { day, at: minute }) === "open") expect(stateOf(hours, { day, from: minute })).toBe("open");
        if (stateOf(hours, { day, from: minute }) === "open") expect(stateOf(hours, { day })).toBe("open");
        const some = WEEKDAYS.slice(0, 5).some((name) => stateOf(hours, { day: name, from: minute }) === "open");
        expect(stateOf(hours, { from: minute })).toBe(some ? "open" : "closed");
      }),
      { numRuns: 150 },
    );
  });
});

describe("the model city", () => {
  const path = fileURLToPath(new URL("../../../data/modellstadt/anlaufpunkte.csv", import.meta.url));
  const { data } = Papa.parse<Record<string, string>>(readFileSync(path, "utf8"), {
    header: true,
    skipEmptyLines: true,
  });
  const hours = data.map((row) => row.openingHours || undefined);

  test("C19: says with a comma where a rule adds hours: no later rule takes any from an earlier one", () => {
    const added = hours.filter((text) => text?.includes(", ") && !text.includes(";"));
    expect(added.length).toBeGreaterThan(0);
    for (const text of hours) if (text) expect(read(text)).toEqual(read(text.replaceAll("; ", ", ")));
  });

  test("C19: has hours that can all be read, and places that state none", async () => {
    const registry = new TaskRegistry();
    serveOffers(registry);
    const runner = inlineRunner(registry);
    const saturday = await runner.run(openPlacesTask, { hours, time: { day: "sa" } });
    expect(saturday.unreadable).toBe(0);
    expect(saturday.withoutHours).toBe(hours.filter((text) => !text).length);
    expect(saturday.unknown).toBe(saturday.withoutHours);
    expect(saturday.states.flatMap((state, k) => (state === "open" ? [k] : []))).toEqual(
      hours.flatMap((text, k) => (/Sa \d|Tu-Sa/.test(text ?? "") ? [k] : [])),
    );
    const evening = await runner.run(openPlacesTask, { hours, time: { from: 18 * 60 } });
    expect(evening.open).toBeGreaterThan(0);
    expect(evening.open + evening.closed + evening.unknown).toBe(hours.length);
  });
});
