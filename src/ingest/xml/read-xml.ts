import { decodeText } from "../csv/decode-text.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { resolvedText } from "./resolved-text.ts";
import { XmlNames } from "./xml-names.ts";

/** Hears a document element by element; names come without their prefixes. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  /** Text between two tags or other marks; references are resolved. */
  text(text: string): void;
  close(name: string): void;
}

/**
 * Reads XML 1.0 as a stream of events: documents of any size, and of any depth. Definitions of a document's own are refused.
 * @returns the encoding that was used
 * @throws UnreadableFile with the line at which it breaks, and what `listener` throws
 */
export function readXml(bytes: Uint8Array, listener: XmlListener, encoding?: string): string {
  const decoded = decodeText(bytes, encoding ?? declaredIn(bytes));
  const text = decoded.text.trimStart();
  new XmlReader(text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text, listener).read();
  return decoded.encoding;
}

/** The declaration is in ASCII, whatever follows. */
function declaredIn(bytes: Uint8Array): string | undefined {
  const begin = String.fromCharCode(...bytes.subarray(0, 200));
  return /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(begin)?.[1];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no document may hold (XML 1.0, production 2)
const NO_CHARACTER = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;
const DECLARATION =
  /^<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(["'])1\.\d+\1([ \t\n]+encoding[ \t\n]*=[ \t\n]*(["'])[A-Za-z][\w.-]*\3)?([ \t\n]+standalone[ \t\n]*=[ \t\n]*(["'])(yes|no)\5)?[ \t\n]*\?>/;
const ATTRIBUTE = /[ \t\n]+([^ \t\n=<>"'/]+)[ \t\n]*=[ \t\n]*(?:"([^"<]*)"|'([^'<]*)')/y;
const END_OF_TAG = /[ \t\n]*(\/?)>/y;
const NOTHING: Readonly<Record<string, string>> = Object.freeze(Object.create(null));
const [SLASH, EXCLAMATION, QUESTION, CLOSE] = [0x2f, 0x21, 0x3f, 0x3e];

/** What is no well-formed XML is refused, as a parser has to (XML 1.0, clause 1.2); marks are found, and what is between them is cut out. */
class XmlReader {
  readonly #text: string;
  readonly #listener: XmlListener;
  readonly #names = new XmlNames();
  /** What is open, as it is written. */
  readonly #open: string[] = [];
  /** The same without prefixes. */
  readonly #locals: string[] = [];
  #hasRoot = false;
  #at = 0;

  constructor(text: string, listener: XmlListener) {
    this.#text = text;
    this.#listener = listener;
  }

  read(): void {
    const text = this.#text;
    const bad = text.search(NO_CHARACTER);
    if (bad >= 0) this.#fail("disallowed character", bad);
    if (/^<\?xml[ \t\n?]/.test(text)) {
      this.#at = DECLARATION.exec(text.slice(0, 1000))?.[0].length ?? this.#fail("malformed XML declaration");
    }
    for (;;) {
      const mark = text.indexOf("<", this.#at);
      if (mark !== this.#at) this.#characters(this.#at, mark < 0 ? text.length : mark);
      if (mark < 0) break;
      this.#at = mark;
      switch (text.charCodeAt(mark + 1)) {
        case SLASH:
          this.#closeTag();
          break;
        case EXCLAMATION:
          this.#declaration();
          break;
        case QUESTION:
          this.#instruction();
          break;
        default:
          this.#openTag();
      }
    }
    this.#at = text.length;
    if (this.#open.length > 0) this.#fail(`unclosed tag: ${this.#open.at(-1)}`);
    if (!this.#hasRoot) this.#fail("document must contain a root element");
  }

  #characters(from: number, to: number): void {
    const raw = this.#text.slice(from, to);
    if (this.#open.length === 0) {
      if (/[^ \t\n]/.test(raw)) this.#fail("text data outside of root node", from);
      return;
    }
    if (raw.includes("]]>")) this.#fail('the string "]]>" is disallowed in char data', from);
    this.#listener.text(resolvedText(raw) ?? this.#fail("undefined entity", from));
  }

  #openTag(): void {
    const text = this.#text;
    const start = this.#at + 1;
    const end = text.indexOf(">", start);
    if (end < 0) this.#fail("unclosed tag");
    const inside = text.slice(start, end);
    const simple = this.#names.known(inside);
    if (simple !== undefined) {
      this.#begin(inside, simple, NOTHING);
      this.#at = end + 1;
      return;
    }
    const name = /^[^ \t\n/>]*/.exec(inside)?.[0] ?? "";
    const local = this.#names.of(name) ?? this.#fail("disallowed character in tag name");
    this.#at = start + name.length;
    const attributes = this.#attributes();
    END_OF_TAG.lastIndex = this.#at;
    const [tail, isEmpty] = END_OF_TAG.exec(text) ?? this.#fail("disallowed character in tag");
    this.#begin(name, local, attributes);
    this.#at += tail.length;
    if (isEmpty === "") return;
    this.#open.pop();
    this.#locals.pop();
    this.#listener.close(local);
  }

  #attributes(): Readonly<Record<string, string>> {
    let attributes: Record<string, string> | undefined;
    for (;;) {
      ATTRIBUTE.lastIndex = this.#at;
      const found = ATTRIBUTE.exec(this.#text);
      if (!found) return attributes ?? NOTHING;
      const [whole, name = "", value = found[3] ?? ""] = found;
      attributes ??= Object.create(null) as Record<string, string>;
      if (this.#names.of(name) === undefined) this.#fail("disallowed character in attribute name");
      if (name in attributes) this.#fail(`duplicate attribute: ${name}`);
      attributes[name] = resolvedText(value.replace(/[\t\n]/g, " ")) ?? this.#fail("undefined entity");
      this.#at += whole.length;
    }
  }

  #begin(name: string, local: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#open.length === 0) {
      if (this.#hasRoot) this.#fail("documents may contain only one root");
      if (local.toLowerCase() === "html") throw new UnreadableFile("html-page");
      this.#hasRoot = true;
    }
    this.#open.push(name);
    this.#locals.push(local);
    this.#listener.open(local, attributes);
  }

  #closeTag(): void {
    const text = this.#text;
    const name = this.#open.pop();
    const start = this.#at + 2;
    if (name === undefined || !text.startsWith(name, start)) this.#fail("unexpected close tag");
    let end = start + name.length;
    if (text.charCodeAt(end) !== CLOSE) {
      END_OF_TAG.lastIndex = end;
      const tail = END_OF_TAG.exec(text);
      if (tail?.[1] !== "") this.#fail("unexpected close tag");
      end += tail[0].length - 1;
    }
    this.#at = end + 1;
    this.#listener.close(this.#locals.pop() ?? name);
  }

  /** A comment, a piece of text that is taken as it stands, or definitions. */
  #declaration(): void {
    const text = this.#text;
    const start = this.#at;
    if (text.startsWith("<!--", start)) {
      const end = text.indexOf("--", start + 4);
      if (end < 0 || text.charCodeAt(end + 2) !== CLOSE) this.#fail("malformed comment");
      this.#at = end + 3;
    } else if (text.startsWith("<![CDATA[", start)) {
      const end = text.indexOf("]]>", start + 9);
      if (end < 0 || this.#open.length === 0) this.#fail("malformed CDATA");
      this.#listener.text(text.slice(start + 9, end));
      this.#at = end + 3;
    } else if (text.startsWith("<!DOCTYPE", start) && !this.#hasRoot) {
      throw new UnreadableFile(/^\s*html/i.test(text.slice(start + 9, start + 100)) ? "html-page" : "xml-definitions");
    } else this.#fail("disallowed character");
  }

  #instruction(): void {
    const end = this.#text.indexOf("?>", this.#at + 2);
    if (end < 0) this.#fail("unclosed processing instruction");
    const name = /^[^ \t\n?]*/.exec(this.#text.slice(this.#at + 2, end))?.[0] ?? "";
    if (name.toLowerCase() === "xml" || this.#names.of(name) === undefined)
      this.#fail("malformed processing instruction");
    this.#at = end + 2;
  }

  #fail(message: string, at = this.#at): never {
    const before = this.#text.slice(0, at);
    const line = before.split("\n").length;
    throw new UnreadableFile("xml-broken", `${line}:${at - before.lastIndexOf("\n")}: ${message}.`);
  }
}
