import { readFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";
import type { Sheet, SheetPicture } from "../../src/domain/sheet.ts";
import type { SheetFonts } from "../../src/export/pdf-type.ts";

const font = (name: string) =>
  new Uint8Array(readFileSync(`node_modules/@fontsource/source-sans-3/files/source-sans-3-${name}-normal.woff`));

export const exampleFonts: SheetFonts = { regular: font("latin-400"), strong: font("latin-600") };
export const extendedFonts: SheetFonts = {
  ...exampleFonts,
  regularExtended: font("latin-ext-400"),
  strongExtended: font("latin-ext-600"),
};

export const exampleSheet: Sheet = {
  language: "de",
  kicker: "Versorgung mit Anlaufpunkten · Musterstadt",
  title: [
    { text: "In " },
    { text: "12 von 40" },
    { text: " Sozialräumen fehlt ein Anlaufpunkt, " },
    { text: "in 7 davon", loud: true },
    { text: " ist auch keiner in 800\u202fm erreichbar." },
  ],
  subtitle:
    "14.300 Menschen (18\u202f%) erreichen keinen. Quartierszentren und Beratungsstellen in 800\u202fm Luftlinie.",
  legend: {
    title: "Versorgung",
    entries: [
      { key: "served", colour: "#1d7874", pattern: "none", label: "Anlaufpunkt vorhanden", count: 28 },
      { key: "reached", colour: "#a5d0c9", pattern: "none", label: "keiner hier, aber erreichbar", count: 5 },
      { key: "gap", colour: "#e2592b", pattern: "dots", label: "Lücke: keiner erreichbar", count: 7 },
      { key: "unknown", colour: "#dde2e4", pattern: "hatch", label: "keine Angabe", count: 0 },
    ],
    marks: [
      { key: "q", shape: "circle", colour: "#14222b", label: "Quartierszentrum" },
      { key: "b", shape: "diamond", colour: "#14222b", label: "Beratungsstelle" },
    ],
    notes: ["Die Zahl nennt die Sozialräume je Klasse."],
  },
  method: [
    "Luftlinie, 800\u202fm, Umwegfaktor 1,0.",
    "Gezählt werden Quartierszentren und Beratungsstellen; geplante und geschlossene Orte zählen nicht.",
    "Jede Person zählt einmal, auf 100-m-Zellen; auch Orte jenseits der Grenze zählen.",
  ],
  sources: ["Modellstadt, Einwohnerregister (Stand 2024), CC0-1.0", "Modellstadt, Anlaufpunkte (Stand 2025), CC0-1.0"],
  invented: "Modellstadt – erfundene Daten",
  created: "Erstellt am 22. November 2026",
};

/** A plain picture as PNG without transparency. */
export function plainPicture(width: number, height: number): SheetPicture {
  const rows = Buffer.alloc(height * (1 + width * 3), 0xcc);
  for (let row = 0; row < height; row++) rows[row * (1 + width * 3)] = 0;
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  return { png: new Uint8Array(png), metresPerPixel: 9.3, width, height };
}
