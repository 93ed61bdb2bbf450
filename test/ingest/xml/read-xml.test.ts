import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { UnreadableFile } from "../../../src/ingest/unreadable-file.ts";
import { readXml } from "../../../src/ingest/xml/read-xml.ts";
import { seededRandom } from "../../bench/kernels/measure-time.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What is heard of a document, texts that follow each other as one. */
class Heard {
  readonly events: string[] = [];
  #text = "";
  #depth = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#end();
    this.#depth++;
    this.events.push(`<${name} ${JSON.stringify({ ...attributes })}`);
  }

  text(text: string): void {
    // Blanks around the document say nothing.
    if (this.#depth > 0) this.#text += text;
  }

  close(name: string): void {
    this.#end();
    this.#depth--;
    this.events.push(`/${name}`);
  }

  #end(): void {
    if (this.#text !== "") this.events.push(this.#text);
    this.#text = "";
  }
}

function ours(text: string): readonly string[] | "broken" {
  const heard = new Heard();
  try {
    readXml(bytesOf(text), heard);
    return heard.events;
  } catch (error) {
    if (error instanceof UnreadableFile) return "broken";
    throw error;
  }
}

/** The same by a parser that was made for nothing else. */
function theirs(text: string): readonly string[] | "broken" {
  const heard = new Heard();
  const parser = new SaxesParser({ xmlns: false });
  const local = (name: string) => name.slice(name.indexOf(":") + 1);
  let isBroken = false;
  const fail = () => {
    isBroken = true;
  };
  parser.on("error", fail);
  parser.on("doctype", fail);
  parser.on("opentag", ({ name, attributes }) => heard.open(local(name), attributes));
  parser.on("text", (part) => heard.text(part));
  parser.on("cdata", (part) => heard.text(part));
  parser.on("closetag", ({ name }) => heard.close(local(name)));
  parser.write(text.trimStart()).close();
  return isBroken ? "broken" : heard.events;
}

const WHOLE = `<?xml version="1.0" encoding="UTF-8"?>
<!-- Stand 2024 --><?style a="b"?>
<a:kml xmlns:a='u"v' id="1 &lt; 2	x"><Straße nr = "7"/>
<b>Käse &amp; Brot&#x20AC;&#8364;\r\n</b  ><![CDATA[<roh> & ]] ]]>Ende<c
 d="e" f='g'></c><b/></a:kml>
<!-- aus -->
`;

const PIECES = [
  "<",
  ">",
  "/",
  "&",
  ";",
  '"',
  "'",
  "=",
  " ",
  "-",
  "--",
  "]]>",
  "?",
  "!",
  "<b>",
  "</b>",
  "a",
  "&lt;",
  "<!",
  "\n",
  ":",
  "\u0001",
  "é",
  "<?",
  "?>",
  "<![CDATA[",
  "&#0;",
  "7",
];

describe("XML", () => {
  it("is heard as another parser hears it", () => {
    expect(ours(WHOLE)).toEqual(theirs(WHOLE));
    expect(ours(WHOLE)).toContain("Käse & Brot€€\n");
  });

  it("with some signs taken away, put in or doubled is refused where the other parser refuses it, and heard alike where not", () => {
    const random = seededRandom(20_24);
    const pick = (count: number) => Math.floor(random() * count);
    let whole = 0;
    for (let round = 0; round < 500; round++) {
      let text = WHOLE;
      for (let change = pick(3); change >= 0; change--) {
        const at = pick(text.length);
        const kept = pick(3) === 0 ? at : at + pick(4);
        const piece = pick(3) === 0 ? "" : (PIECES[pick(PIECES.length)] ?? "");
        text = text.slice(0, at) + piece + text.slice(kept);
      }
      const expected = theirs(text);
      if (expected !== "broken") whole++;
      expect(ours(text), JSON.stringify(text)).toEqual(expected);
    }
    expect(whole).toBeGreaterThan(50);
  });

  it("says where it breaks", () => {
    const read = () => readXml(bytesOf("<a>\n<b>\n</a>"), new Heard());
    expect(read).toThrow(expect.objectContaining({ reason: "xml-broken", detail: expect.stringMatching(/^3:1: /) }));
  });
});
