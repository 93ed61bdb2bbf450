import { formatOfFile } from "../table-formats.ts";
import { entriesOfZip } from "../unpack-zip.ts";

/** What a file is by its first bytes, whatever it is called; `package` = a zipped data package, `text` = a table in text or nothing known. */
export interface FormatGuess {
  readonly format: string | "package" | "text";
  /** What the ending of the name promised, when that is something else. */
  readonly promised?: string | undefined;
  /** It names itself something that cannot be read: a page of a server, a picture, a document. */
  readonly unreadable?: "html" | "pdf" | "picture" | "document" | "program" | "empty" | "damaged" | undefined;
}

const LOOKED_AT = 8192;
const PICTURES = ["\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "II*\u0000", "MM\u0000*", "RIFF"];
const PROGRAMS = ["MZ", "\u007fELF", "#!"];

/**
 * The format of a file, told by its first bytes; the ending of its name only decides between formats that begin alike. Files from offices
 * lie about their type now and then: `.xls` that holds HTML or CSV, `.csv` that holds a workbook.
 */
export function guessFormat(name: string, bytes: Uint8Array): FormatGuess {
  const format = byBytes(name, bytes);
  const promised = formatOfFile(name)?.id;
  const isPromise = promised === undefined || promised === format.format || format.format === "text";
  return isPromise ? format : { ...format, promised };
}

function byBytes(name: string, bytes: Uint8Array): FormatGuess {
  if (bytes.length === 0) return { format: "text", unreadable: "empty" };
  const begin = latin(bytes.subarray(0, LOOKED_AT));
  if (begin.startsWith("PK\u0003\u0004") || begin.startsWith("PK\u0005\u0006")) return byEntries(bytes);
  if (begin.startsWith("\u00d0\u00cf\u0011\u00e0"))
    return /\.(doc|ppt|msg)$/i.test(name) ? document : { format: "xls" };
  if (begin.startsWith("SQLite format 3\u0000")) return { format: "gpkg" };
  if (begin.startsWith("fgb\u0003")) return { format: "fgb" };
  if (begin.startsWith("PAR1")) return { format: "parquet" };
  if (begin.startsWith("\u0000\u0000\u0027\u000a") || (/\.dbf$/i.test(name) && isDbf(bytes))) return { format: "shp" };
  if (begin.startsWith("%PDF")) return { format: "text", unreadable: "pdf" };
  if (PICTURES.some((start) => begin.startsWith(start))) return { format: "text", unreadable: "picture" };
  if (PROGRAMS.some((start) => begin.startsWith(start))) return { format: "text", unreadable: "program" };
  return byText(
    name,
    begin
      .replace(/^\u00ef\u00bb\u00bf/, "")
      .replaceAll("\u0000", "")
      .trimStart(),
  );
}

/** A date of the last change that can be one, and a header that ends within the file: nothing else tells a `.dbf` by its bytes. */
function isDbf(bytes: Uint8Array): boolean {
  const [, , month = 0, day = 0] = bytes;
  const headerLength = (bytes[8] ?? 0) + 256 * (bytes[9] ?? 0);
  return month <= 12 && day <= 31 && headerLength > 32 && headerLength <= bytes.length;
}

function byText(name: string, text: string): FormatGuess {
  if (/^<(!doctype html|html|\?xml[^>]*>\s*<(!doctype )?html)/i.test(text))
    return { format: "text", unreadable: "html" };
  if (text.startsWith("<")) {
    if (/<(\w+:)?kml[\s>]/i.test(text)) return { format: "kml" };
    if (/<(\w+:)?(FeatureCollection|featureMembers?|member)[\s>]|opengis\.net\/(gml|wfs)/i.test(text))
      return { format: "gml" };
    return { format: "text", unreadable: "document" };
  }
  // Features one after the other begin with a sign of their own (RFC 8142).
  if (/^[{[]/.test(text) || text.startsWith("\u001e")) {
    return { format: /"type"\s*:\s*"Topology"/.test(text) ? "topojson" : "geojson" };
  }
  const byName = formatOfFile(name)?.id;
  return { format: byName === "csv" || byName === "tsv" ? byName : "text" };
}

const document: FormatGuess = { format: "text", unreadable: "document" };

/** What a zip is, by the names in its directory; nothing of it is unpacked. */
function byEntries(bytes: Uint8Array): FormatGuess {
  let names: readonly string[];
  try {
    names = entriesOfZip(bytes).map(({ name }) => name);
  } catch {
    return { format: "text", unreadable: "damaged" };
  }
  const has = (pattern: RegExp) => names.some((entry) => pattern.test(entry));
  if (has(/^xl\/workbook\.(xml|bin)$/)) return { format: "xlsx" };
  if (has(/^(word|ppt)\//)) return document;
  if (has(/^content\.xml$/)) return { format: "ods" };
  if (has(/(^|\/)datapackage\.json$/)) return { format: "package" };
  if (has(/\.shp$/i)) return { format: "shp" };
  if (has(/\.kml$/i)) return { format: "kmz" };
  return names.length === 1 ? { format: "zip" } : document;
}

function latin(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
