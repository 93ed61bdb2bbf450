import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/ingest/csv/decode-text.ts";
import { readCsv } from "../../../src/ingest/csv/read-csv.ts";
import { highCharacter, type SingleByteEncoding } from "../../../src/ingest/csv/single-byte-encodings.ts";
import { hasSharedData, sharedData } from "../../shared-data.ts";

const ENCODINGS: readonly SingleByteEncoding[] = ["windows-1252", "ibm850", "macintosh", "iso-8859-15"];

function bytesIn(encoding: SingleByteEncoding, text: string): Uint8Array<ArrayBuffer> {
  const byCharacter = new Map(Array.from({ length: 128 }, (_, i) => [highCharacter(encoding, 128 + i), 128 + i]));
  return Uint8Array.from(text, (character) => byCharacter.get(character) ?? character.charCodeAt(0) & 0x7f);
}

const utf8 = (text: string) => new TextEncoder().encode(text);

const TABLE = "Straße;Größe\nMüllerstraße;12,5\nÄrztehaus Überlingen;1.234,5\nFlöße;7\nÖSTLICHE VORSTADT;3\n";

describe("the encoding of a text", () => {
  it("has tables that agree with those of the runtime where it has them, with 128 different characters each", () => {
    for (const encoding of ENCODINGS) {
      const own = Array.from({ length: 128 }, (_, i) => highCharacter(encoding, 128 + i));
      expect(new Set(own).size).toBe(128);
      expect(own.every((character) => character.length === 1)).toBe(true);
      // Node 20 reads 0x80–0x9F of Windows-1252 as control characters.
      if (encoding === "ibm850") continue;
      const from = encoding === "windows-1252" ? 0xa0 : 0x80;
      const bytes = Uint8Array.from({ length: 256 - from }, (_, i) => from + i);
      expect(own.slice(from - 128).join("")).toBe(new TextDecoder(encoding).decode(bytes));
    }
  });

  it("is told by the German words that it makes, Windows-1252, DOS and Macintosh", () => {
    for (const encoding of ["windows-1252", "ibm850", "macintosh"] as const) {
      const decoded = decodeText(bytesIn(encoding, TABLE));
      expect(decoded).toMatchObject({ encoding, text: TABLE, guessed: true, isSure: true });
    }
    const euro = `${TABLE}Miete;3 €\n`;
    expect(decodeText(bytesIn("iso-8859-15", euro))).toMatchObject({ encoding: "iso-8859-15", text: euro });
  });

  it("is told by one umlaut alone", () => {
    for (const encoding of ["windows-1252", "ibm850", "macintosh"] as const) {
      for (const word of ["Köpenick", "Grünau", "Überlingen", "Weißensee", "Gärten"]) {
        expect(decodeText(bytesIn(encoding, `Name;EW\nMitte;1\n${word};2\n`)).text).toContain(word);
      }
    }
  });

  it("that nothing tells is Windows-1252, and not sure", () => {
    expect(decodeText(Uint8Array.of(0x41, 0xf0, 0x3b, 0xf0))).toMatchObject({
      encoding: "windows-1252",
      isSure: false,
    });
  });

  it("is the declared one, under the names of Python, Excel and shapefiles", () => {
    const names: readonly (readonly [string, SingleByteEncoding])[] = [
      ["cp850", "ibm850"],
      ["IBM850", "ibm850"],
      ["cp437", "ibm850"],
      ["850", "ibm850"],
      ["mac_roman", "macintosh"],
      ["macintosh", "macintosh"],
      ["x-mac-roman", "macintosh"],
      ["cp1252", "windows-1252"],
      ["ANSI 1252", "windows-1252"],
      ["1252", "windows-1252"],
      ["ISO-8859-1", "windows-1252"],
      ["88591", "windows-1252"],
      ["latin9", "iso-8859-15"],
    ];
    for (const [name, encoding] of names) {
      expect(decodeText(bytesIn(encoding, TABLE), name)).toMatchObject({ text: TABLE, guessed: false });
    }
    expect(decodeText(utf8(TABLE), "utf_8_sig")).toMatchObject({ text: TABLE, guessed: false });
    expect(decodeText(utf8(TABLE), "no such encoding")).toMatchObject({
      text: TABLE,
      encoding: "utf-8",
      guessed: true,
    });
  });

  it("is UTF-8 with a few lines in another, and those are named", () => {
    const lines = Array.from({ length: 40 }, (_, i) => `Straße ${i};Größe`);
    const bytes = new Uint8Array([
      ...utf8(`${lines.slice(0, 20).join("\n")}\n`),
      ...bytesIn("macintosh", "Königsallee;"),
      ...utf8("straße\n"),
      ...utf8(`${lines.slice(20).join("\n")}\n`),
      ...bytesIn("macintosh", "Hönow-West"),
    ]);
    const decoded = decodeText(bytes);
    expect(decoded.strayLines).toEqual({ encoding: "macintosh", lines: [21, 42] });
    expect(decoded.text.split("\n")[20]).toBe("Königsallee;straße");
    expect(decoded.text.endsWith("Hönow-West")).toBe(true);
    const { issues } = readCsv(bytes, { source: "a.csv", listSeparator: ";", encoding: "utf-8" });
    expect(issues.find(({ code }) => code === "encoding-mixed")?.context).toMatchObject({ lines: "21, 42", count: 2 });
  });

  it("never makes a reader throw, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.option(fc.string(), { nil: undefined }), (bytes, declared) => {
        expect(typeof decodeText(bytes, declared).text).toBe("string");
      }),
      { numRuns: 300 },
    );
  });

  it.skipIf(!hasSharedData)("of the files from offices is the one in which they are German", () => {
    const decoded = (path: string) => decodeText(readFileSync(sharedData(path)));
    const mixed = decoded("import/berlin_2003_einwohner_cp1252.csv");
    expect(mixed.strayLines).toEqual({ encoding: "macintosh", lines: [50, 196] });
    expect(mixed.text).toContain("Königsallee");
    expect(mixed.text).toContain("Hönow-West");
    expect(mixed.text).toContain("Turmstraße");
    const windows = decoded("import/plr_indicators_de_cp1252.csv");
    expect(windows).toMatchObject({ encoding: "windows-1252", isSure: true });
    expect(windows.text).toContain("Stülerstraße");
    expect(decoded("import/EWR202012E_Matrix.csv").encoding).toBe("utf-8");
    const dbf = readFileSync(sharedData("koeln/shp/Stadtviertel.dbf"));
    expect(decodeText(dbf.subarray(200)).encoding).toBe("windows-1252");
  });
});
