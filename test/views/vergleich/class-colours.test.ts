import { describe, expect, it } from "vitest";
import { SERIES_MARKS } from "../../../src/views/charts/series-marks.ts";
import { categoryColours, classColours } from "../../../src/views/panels/vergleich/class-colours.ts";

type Rgb = readonly [number, number, number];

function linear(hex: string): Rgb {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** CIELAB under D65. */
function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(luminance([r, g, b]));
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const lightness = (hex: string) => lab(linear(hex))[0];

/** Machado, Oliveira & Fernandes 2009, severity 1. */
const SIGHTS: Readonly<Record<string, readonly Rgb[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seen(hex: string, matrix: readonly Rgb[]): Rgb {
  const [r, g, b] = linear(hex);
  const rows = matrix.map((row) => Math.max(0, row[0] * r + row[1] * g + row[2] * b));
  return lab([rows[0] ?? 0, rows[1] ?? 0, rows[2] ?? 0]);
}

const distance = (a: Rgb, b: Rgb) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

describe("the colours of classes", () => {
  it.each([2, 3, 4, 5, 6, 7, 8, 9])(
    "get darker from class to class so far that %i of them are told apart in a grey print",
    (k) => {
      const steps = classColours(k).map(lightness);
      for (let i = 1; i < k; i++) {
        expect((steps[i - 1] as number) - (steps[i] as number)).toBeGreaterThan(k <= 7 ? 9 : 6);
      }
    },
  );

  it("are never the teal or the orange of the coverage, for nobody's eyes", () => {
    for (const matrix of Object.values(SIGHTS)) {
      for (const taken of ["#d4491b", "#1d7874"]) {
        for (const colour of classColours(5)) {
          expect(distance(seen(colour, matrix), seen(taken, matrix))).toBeGreaterThan(14);
        }
      }
    }
  });

  it("of published classes differ in lightness from their neighbours, too", () => {
    const steps = categoryColours(8, false).map(lightness);
    for (let i = 1; i < steps.length; i++) {
      expect(Math.abs((steps[i - 1] as number) - (steps[i] as number))).toBeGreaterThan(1.5);
    }
    expect(new Set(categoryColours(8, false)).size).toBe(8);
  });
});

describe("the marks of compared districts", () => {
  it("stand out from white paper", () => {
    for (const { colour } of SERIES_MARKS) expect(1.05 / (luminance(linear(colour)) + 0.05)).toBeGreaterThan(3);
  });

  it.each(Object.keys(SIGHTS))("are told apart by colour with %s sight", (sight) => {
    const matrix = SIGHTS[sight] as readonly Rgb[];
    SERIES_MARKS.forEach((a, i) => {
      for (const b of SERIES_MARKS.slice(i + 1)) {
        expect(distance(seen(a.colour, matrix), seen(b.colour, matrix))).toBeGreaterThan(20);
      }
    });
  });

  it("differ without any colour, by their points and their dashes", () => {
    expect(new Set(SERIES_MARKS.map(({ symbol }) => symbol)).size).toBe(SERIES_MARKS.length);
    expect(new Set(SERIES_MARKS.map(({ dash }) => dash)).size).toBe(SERIES_MARKS.length);
  });
});
