import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Sheet } from "../../src/domain/sheet.ts";
import { A4_PAGE, mapBox, mapPixels, WIDE_PICTURE } from "../../src/export/sheet-format.ts";
import { layOutSheet } from "../../src/export/sheet-layout.ts";
import type { Mark, TextStyle } from "../../src/export/sheet-marks.ts";
import { roundLength } from "../../src/export/sheet-scale.ts";
import { wrapPhrases, wrapText } from "../../src/export/wrap-phrases.ts";
import { exampleSheet } from "./example-sheet.ts";

const measure = (text: string, style: TextStyle) => text.length * style.size * 0.5;
const style: TextStyle = { size: 10, weight: 400, colour: "#000" };
const ground = { metresPerPixel: 10, width: mapPixels(A4_PAGE).width };
const texts = (marks: readonly Mark[]) => marks.filter((mark) => mark.kind === "text");

describe("a sheet", () => {
  test.each([
    ["page", A4_PAGE],
    ["picture", WIDE_PICTURE],
  ])("keeps every text of a long %s inside its margins", (_, format) => {
    const long = "Einwohner:innen ohne Anlaufpunkt in zumutbarer Entfernung ".repeat(6);
    const sheet: Sheet = {
      ...exampleSheet,
      title: [{ text: long }],
      subtitle: long,
      kicker: long,
      method: [long, long],
      sources: Array.from({ length: 14 }, (_unused, index) => `${long.slice(0, 50)} ${index}`),
      legend: exampleSheet.legend && {
        ...exampleSheet.legend,
        entries: Array.from({ length: 9 }, (_unused, index) => ({
          key: String(index),
          colour: "#123456",
          pattern: "none" as const,
          label: long.slice(0, 40),
          count: 1234,
        })),
      },
    };
    for (const mark of layOutSheet(sheet, ground, format, measure).flatMap((block) => texts(block.marks))) {
      expect(mark.x).toBeGreaterThanOrEqual(format.margin - 0.01);
      expect(mark.x + measure(mark.text, mark.style)).toBeLessThanOrEqual(format.width - format.margin + 0.01);
      expect(mark.y).toBeLessThanOrEqual(format.height - format.margin + 0.01);
    }
  });

  test("keeps the header clear of the map, however long the title is", () => {
    const sheet = { ...exampleSheet, title: [{ text: "Wie weit ist es zum nächsten Anlaufpunkt? ".repeat(5) }] };
    const header = layOutSheet(sheet, ground, A4_PAGE, measure)
      .slice(0, 4)
      .flatMap((block) => texts(block.marks));
    expect(Math.max(...header.map((mark) => mark.y))).toBeLessThan(mapBox(A4_PAGE).y - 2);
  });

  test("sets the loud part of a sentence in the colour of the gap", () => {
    const title = layOutSheet(exampleSheet, ground, A4_PAGE, measure).find((block) => block.tag === "H1");
    const loud = texts(title?.marks ?? []).filter((mark) => mark.style.colour === "#b8390f");
    expect(loud.map((mark) => mark.text.trim()).join(" ")).toBe("in 7 davon");
  });

  test("draws the circles of the legend as large as those of the picture, and leaves out what the column cannot hold", () => {
    const steps = [
      { label: "4.000", radius: 20 },
      { label: "1.000", radius: 10 },
      { label: "250", radius: 5 },
    ];
    const legend = {
      ...exampleSheet.legend,
      title: "Personen",
      entries: [],
      marks: [],
      notes: [],
      circles: { colour: "#6b4a9e", largest: 22, steps },
    };
    const radii = (largestCircle: number) =>
      layOutSheet({ ...exampleSheet, legend }, { ...ground, largestCircle }, A4_PAGE, measure)
        .flatMap(({ marks }) => marks)
        .flatMap((mark) => (mark.kind === "circle" ? [mark.radius] : []));
    // 1.6 pixels of the picture are a point of the page.
    for (const [at, radius] of radii(44).entries()) expect(radius).toBeCloseTo(([40, 20, 10][at] ?? 0) / 1.6, 1);
    expect(radii(44)).toHaveLength(3);
    expect(radii(220)).toHaveLength(1);
    expect(radii(220)[0]).toBeCloseTo((5 * 10) / 1.6, 1);
  });

  test("draws a scale bar as long as the ground says", () => {
    const blocks = layOutSheet(exampleSheet, ground, A4_PAGE, measure);
    const bar = blocks.find((block) => block.alternative?.startsWith("Maßstab"));
    const line = bar?.marks.find((mark) => mark.kind === "line");
    if (line?.kind !== "line") throw new Error("no bar");
    const points = line.to[0] - line.from[0];
    expect(bar?.alternative).toMatch(/^Maßstabsbalken: 1\skm$/);
    // 10 m per pixel, 1.6 pixels per point.
    expect(points).toBeCloseTo(1000 / 10 / 1.6, 1);
  });
});

describe("lines", () => {
  test("are never wider than their column and lose no word", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zäöü]{1,14}$/), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 30, max: 400 }),
        (words, width) => {
          const lines = wrapText(words.join(" "), width, style, measure);
          for (const line of lines) expect(measure(line, style)).toBeLessThanOrEqual(width);
          expect(lines.join("").replaceAll(" ", "")).toBe(words.join(""));
        },
      ),
    );
  });

  test("keep a figure and its unit together", () => {
    expect(wrapText("erreichbar in 800\u202fm", 75, style, measure)).toEqual(["erreichbar in", "800\u202fm"]);
  });

  test("do not tear a full stop from a loud phrase", () => {
    const lines = wrapPhrases(
      [{ text: "es fehlen " }, { text: "sieben", loud: true }, { text: "." }],
      80,
      style,
      measure,
    );
    expect(lines.map((line) => line.map((run) => run.text).join(""))).toEqual(["es fehlen", "sieben."]);
  });
});

test("a scale bar has a length of 1, 2 or 5 times a power of ten that fits", () => {
  fc.assert(
    fc.property(fc.double({ min: 1, max: 1e6, noNaN: true }), (most) => {
      const length = roundLength(most);
      expect(length).toBeLessThanOrEqual(most * 1.000001);
      expect(length * 2.5).toBeGreaterThanOrEqual(most * 0.999);
      expect(["1", "2", "5"]).toContain(String(length)[0]);
    }),
  );
});
