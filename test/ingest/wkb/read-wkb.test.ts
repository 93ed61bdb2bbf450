import { describe, expect, it } from "vitest";
import { readWkb, UnreadableWkb } from "../../../src/ingest/wkb/read-wkb.ts";

const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
const ONE = "000000000000f03f";
const TWO = "0000000000000040";

/** Little-endian numbers as they stand in the bytes. */
const uint = (value: number) => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};
const point = `01${uint(1)}${ONE}${TWO}`;

describe("well-known binary", () => {
  it.each<[what: string, text: string, geometry: GeoJSON.Geometry | null]>([
    ["a point", point, { type: "Point", coordinates: [1, 2] }],
    [
      "a point, the highest byte first",
      "00000000013ff00000000000004000000000000000",
      { type: "Point", coordinates: [1, 2] },
    ],
    ["a point with height (ISO)", `01${uint(1001)}${ONE}${TWO}${ONE}`, { type: "Point", coordinates: [1, 2] }],
    [
      "a point with height and measure (ISO)",
      `01${uint(3001)}${ONE}${TWO}${ONE}${ONE}`,
      { type: "Point", coordinates: [1, 2] },
    ],
    [
      "a point with height and system (PostGIS)",
      `01${uint(0xa0000001)}${uint(25832)}${ONE}${TWO}${ONE}`,
      { type: "Point", coordinates: [1, 2] },
    ],
    ["an empty point", `01${uint(1)}000000000000f87f000000000000f87f`, null],
    [
      "a line",
      `01${uint(2)}${uint(2)}${ONE}${TWO}${TWO}${ONE}`,
      {
        type: "LineString",
        coordinates: [
          [1, 2],
          [2, 1],
        ],
      },
    ],
    ["an area", `01${uint(3)}${uint(1)}${uint(1)}${ONE}${TWO}`, { type: "Polygon", coordinates: [[[1, 2]]] }],
    ["an empty area", `01${uint(3)}${uint(0)}`, null],
    [
      "several points",
      `01${uint(4)}${uint(2)}${point}${point}`,
      {
        type: "MultiPoint",
        coordinates: [
          [1, 2],
          [1, 2],
        ],
      },
    ],
    [
      "a collection",
      `01${uint(7)}${uint(1)}${point}`,
      { type: "GeometryCollection", geometries: [{ type: "Point", coordinates: [1, 2] }] },
    ],
  ])("holds %s", (_, text, geometry) => {
    expect(readWkb(hex(text))).toEqual(geometry);
  });

  it.each([
    ["nothing", ""],
    ["half a point", point.slice(0, 30)],
    ["a count that lies", `01${uint(2)}${uint(0xffffffff)}${ONE}`],
    ["a collection that lies", `01${uint(7)}${uint(0x10000000)}${point}`],
    ["collections without end", `01${uint(7)}${uint(1)}`.repeat(5000)],
    ["an unknown kind", `01${uint(99)}`],
    ["a line among points", `01${uint(4)}${uint(1)}01${uint(2)}${uint(1)}${ONE}${TWO}`],
  ])("is refused as malformed with %s", (_, text) => {
    expect(() => readWkb(hex(text))).toThrow(UnreadableWkb);
  });

  it("names a curve as one", () => {
    expect(() => readWkb(hex(`01${uint(10)}${uint(0)}`))).toThrow(expect.objectContaining({ reason: "curve" }));
  });
});
