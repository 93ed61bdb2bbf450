import { SaxesParser } from "saxes";
import { decodeText } from "../csv/decode-text.ts";
import { UnreadableFile } from "../unreadable-file.ts";

/** Hears a document element by element; names come without their prefixes. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  /** Text between two tags, all of it at once; references are resolved. */
  text(text: string): void;
  close(name: string): void;
}

/** Parts in which a text goes through the parser. */
const PART = 65_536;

/**
 * Reads XML as a stream of events: documents of any size, and of any depth. Definitions of a document's own are refused.
 * @returns the encoding that was used
 * @throws UnreadableFile with the line at which it breaks, and what `listener` throws
 */
export function readXml(bytes: Uint8Array, listener: XmlListener, encoding?: string): string {
  const decoded = decodeText(bytes, encoding ?? declaredIn(bytes));
  readXmlText(decoded.text.trimStart(), listener);
  return decoded.encoding;
}

/** The same for a text that is in hand. */
function readXmlText(text: string, listener: XmlListener): void {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const names = new LocalNames();
  let isRoot = true;
  parser.on("doctype", (doctype) => {
    throw new UnreadableFile(/^\s*html/i.test(doctype) ? "html-page" : "xml-definitions");
  });
  parser.on("error", ({ message }) => {
    throw new UnreadableFile("xml-broken", message);
  });
  parser.on("opentag", ({ name, attributes }) => {
    const local = names.of(name);
    if (isRoot && local.toLowerCase() === "html") throw new UnreadableFile("html-page");
    isRoot = false;
    listener.open(local, attributes);
  });
  parser.on("text", (part) => listener.text(part));
  parser.on("cdata", (part) => listener.text(part));
  parser.on("closetag", ({ name }) => listener.close(names.of(name)));
  for (let at = 0; at < text.length; at += PART) parser.write(text.slice(at, at + PART));
  parser.close();
}

/** Names come by the million, and there are a few dozen of them. */
class LocalNames {
  readonly #known = new Map<string, string>();

  of(name: string): string {
    let local = this.#known.get(name);
    if (local === undefined) {
      local = name.slice(name.indexOf(":") + 1);
      if (this.#known.size < 10_000) this.#known.set(name, local);
    }
    return local;
  }
}

/** The declaration is in ASCII, whatever follows. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const begin = String.fromCharCode(...bytes.subarray(0, 200));
  return /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(begin)?.[1];
}
