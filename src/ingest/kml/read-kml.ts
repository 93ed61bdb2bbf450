import { FeatureRows } from "../feature-rows.ts";
import type { TableOptions } from "../raw-table.ts";
import { readXml, type XmlListener } from "../xml/read-xml.ts";
import { KmlGeometry } from "./kml-geometry.ts";

export interface KmlRows {
  readonly rows: FeatureRows;
  /** Columns that placemarks have of themselves, as they are called here → as KML calls them: data of an office may have the same names. */
  readonly own: ReadonlyMap<string, string>;
  readonly encoding: string;
}

const OWN = ["name", "description", "address", "phoneNumber", "when", "begin", "end", "folder"];
const OWN_NAMES: ReadonlyMap<string, string> = new Map(OWN.map((name) => [`<${name}>`, name]));

/** The placemarks of a document, one row each, whatever folders they lie in. @throws UnreadableFile */
export function readKml(bytes: Uint8Array, options: TableOptions): KmlRows {
  const rows = new FeatureRows(options);
  const encoding = readXml(bytes, new Placemarks(rows), options.encoding);
  return { rows, own: OWN_NAMES, encoding };
}

class Placemarks implements XmlListener {
  readonly #rows: FeatureRows;
  /** Names of the elements that are open, the outermost first. */
  readonly #path: string[] = [];
  readonly #folders: string[] = [];
  #cells: [string, string][] | undefined;
  #geometry = new KmlGeometry();
  #data = "";
  #text = "";

  constructor(rows: FeatureRows) {
    this.#rows = rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#path.push(name);
    this.#text = "";
    if (name === "Folder") this.#folders.push("");
    else if (name === "Placemark") {
      this.#cells = [];
      this.#geometry = new KmlGeometry();
    } else if (name === "Data" || name === "SimpleData") this.#data = attributes.name ?? "";
    if (this.#cells) this.#geometry.open(name);
  }

  text(text: string): void {
    this.#text += text;
  }

  close(name: string): void {
    this.#path.pop();
    const parent = this.#path.at(-1);
    const text = this.#text.trim();
    this.#text = "";
    if (name === "Folder") this.#folders.pop();
    else if (name === "name" && parent === "Folder") this.#folders[this.#folders.length - 1] = text;
    if (!this.#cells) return;
    this.#geometry.close(name, text);
    if (name === "Placemark") {
      const folder = this.#folders.at(-1) ?? "";
      if (folder !== "") this.#cells.push(["<folder>", folder]);
      this.#rows.add(this.#cells, this.#geometry.built());
      this.#cells = undefined;
    } else if ((name === "value" && parent === "Data") || name === "SimpleData") {
      if (this.#data !== "") this.#cells.push([this.#data, text]);
    } else if (text !== "" && this.#isOwn(name, parent)) this.#cells.push([`<${name}>`, text]);
  }

  /** Points in time stand in an element of their own; those of a track belong to its points. */
  #isOwn(name: string, parent: string | undefined): boolean {
    if (name === "when" || name === "begin" || name === "end") return parent === "TimeStamp" || parent === "TimeSpan";
    return parent === "Placemark" && OWN.includes(name) && name !== "folder";
  }
}
