import { inflateSync } from "node:zlib";

/** A text string of a PDF, with its mark of byte order. */
export function pdfString(written: string): string {
  const bytes = Buffer.from(
    written
      .replace(/\\([()\\])/g, "$1")
      .replaceAll("\\n", "\n")
      .replaceAll("\\r", "\r"),
    "latin1",
  );
  return bytes[0] === 0xfe ? bytes.subarray(2).swap16().toString("utf16le") : bytes.toString("latin1");
}

/** What a test wants to know of a PDF: its objects in clear, and the text that a reader would copy. */
export function readPdf(bytes: Uint8Array, between = " "): { readonly objects: string; readonly text: string } {
  const raw = Buffer.from(bytes);
  const objects = raw.toString("latin1");
  const streams = streamsOf(raw, objects);
  // Each font names its ToUnicode map; a page's resources name the fonts.
  const maps = new Map<string, Map<string, string>>();
  for (const [, name = "", reference = ""] of objects.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const font = objectOf(objects, reference);
    const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(font)?.[1];
    if (toUnicode) maps.set(name, unicodeMap(streams.get(toUnicode) ?? ""));
  }
  const page = [...streams.values()].find((stream) => /\bTf\b/.test(stream)) ?? "";
  let map = new Map<string, string>();
  let text = "";
  for (const [, font, array] of page.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) map = maps.get(font) ?? new Map();
    else {
      for (const [, codes = ""] of (array ?? "").matchAll(/<([0-9a-f]+)>/gi)) {
        for (const code of codes.match(/.{4}/g) ?? []) text += map.get(code.toLowerCase()) ?? "\ufffd";
      }
      text += "\u241f";
    }
  }
  // Runs that follow each other belong to one text as the page sets it; a reader joins them by place, we by a blank.
  return { objects, text: text.replaceAll("\u241f", between).replaceAll("\u00a0", " ").replace(/ +/g, " ") };
}

export const objectOf = (objects: string, id: string) =>
  new RegExp(`(?:^|\\n)${id} 0 obj\\n([\\s\\S]*?)\\nendobj`).exec(objects)?.[1] ?? "";

function streamsOf(raw: Buffer, objects: string): Map<string, string> {
  const streams = new Map<string, string>();
  for (const match of objects.matchAll(/(?:^|\n)(\d+) 0 obj\n<<((?:(?!endobj)[\s\S])*?)>>\nstream\n/g)) {
    const [all, id = "", dictionary = ""] = match;
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    const start = match.index + all.length;
    const body = raw.subarray(start, start + length);
    if (dictionary.includes("/Subtype /Image")) continue;
    streams.set(id, (dictionary.includes("FlateDecode") ? inflateSync(body) : body).toString("latin1"));
  }
  return streams;
}

function unicodeMap(cmap: string): Map<string, string> {
  const map = new Map<string, string>();
  const letters = (hex: string) => Buffer.from(hex.replace(/\s/g, ""), "hex").swap16().toString("utf16le");
  for (const [, from = "", list = ""] of cmap.matchAll(/<([0-9a-f]{4})>\s*<[0-9a-f]{4}>\s*\[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f ]+)>/gi)].forEach(([, hex = ""], index) => {
      map.set((Number.parseInt(from, 16) + index).toString(16).padStart(4, "0"), letters(hex));
    });
  }
  return map;
}
