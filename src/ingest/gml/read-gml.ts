import { readXml, type XmlListener } from "../xml/read-xml.ts";
import { type BuiltGeometry, builtGeometry, GML_BOXES, GML_GEOMETRIES, type GmlNode } from "./gml-geometry.ts";

/** A feature as it stands in the document; coordinates as written. */
export interface GmlFeature {
  /** Name of its type, without prefix. */
  readonly type: string;
  readonly properties: readonly (readonly [name: string, text: string])[];
  readonly geometry: GeoJSON.Geometry | null;
  readonly hasArcs: boolean;
  readonly srsName: string | undefined;
}

/** What a document says of itself: an answer of a WFS tells how much there is, and where it goes on. */
export interface GmlDocument {
  /** Features that the query has in all; absent when unknown. */
  readonly matched?: number | undefined;
  readonly returned?: number | undefined;
  /** Address of the next page. */
  readonly next?: string | undefined;
  /** What the service says instead of data. */
  readonly exception?: string | undefined;
  /** System of the whole collection. */
  readonly srsName?: string | undefined;
  readonly encoding: string;
}

/** Elements in which features stand. */
const MEMBERS: ReadonlySet<string> = new Set(["featureMember", "featureMembers", "member", "cityObjectMember"]);

/**
 * Reads the features of GML 2, 3.1 or 3.2 one after the other, as files hold them and as a WFS sends them.
 * @throws UnreadableFile when it is no XML
 */
export function readGml(bytes: Uint8Array, onFeature: (feature: GmlFeature) => void, encoding?: string): GmlDocument {
  const listener = new Features(onFeature);
  const used = readXml(bytes, listener, encoding);
  return { ...listener.document, encoding: used };
}

class Features implements XmlListener {
  readonly #onFeature: (feature: GmlFeature) => void;
  document: Omit<GmlDocument, "encoding"> = {};
  #depth = 0;
  /** Depths of the members that are open; a collection may stand inside of a member. */
  readonly #members: number[] = [];
  #feature:
    | { type: string; id: string | undefined; properties: [string, string][]; srsName?: string | undefined }
    | undefined;
  #featureDepth = 0;
  #built: BuiltGeometry | undefined;
  #property: { readonly name: string; readonly href: string; text: string } | undefined;
  #isGeometry = false;
  /** Elements of the geometry that are open. */
  readonly #nodes: GmlNode[] = [];
  #text = "";

  constructor(onFeature: (feature: GmlFeature) => void) {
    this.#onFeature = onFeature;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth++;
    if (this.#property) this.#property.text += ` ${this.#text}`;
    this.#text = "";
    if (this.#nodes.length > 0 || GML_BOXES.has(name) || (this.#feature && GML_GEOMETRIES.has(name))) {
      this.#openNode(name, attributes);
    } else if (!this.#feature) this.#openOutside(name, attributes);
    else if (this.#depth === this.#featureDepth + 1) {
      this.#property = { name, href: attributes["xlink:href"] ?? "", text: "" };
      this.#isGeometry = name === "boundedBy";
    }
  }

  #openNode(name: string, attributes: Readonly<Record<string, string>>): void {
    const node: GmlNode = { name, attributes, children: [], text: "" };
    this.#nodes.at(-1)?.children.push(node);
    this.#nodes.push(node);
    const { srsName } = attributes;
    if (srsName === undefined) return;
    if (this.#feature) this.#feature.srsName ??= srsName;
    else this.document = { ...this.document, srsName: this.document.srsName ?? srsName };
  }

  #openOutside(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "FeatureCollection") {
      const countOf = (text: string | undefined) =>
        text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
      this.document = {
        ...this.document,
        matched: this.document.matched ?? countOf(attributes.numberMatched),
        returned: this.document.returned ?? countOf(attributes.numberReturned ?? attributes.numberOfFeatures),
        next: this.document.next ?? attributes.next,
      };
    } else if (MEMBERS.has(name)) this.#members.push(this.#depth);
    else if (this.#depth === (this.#members.at(-1) ?? -1) + 1) {
      this.#feature = { type: name, id: attributes["gml:id"] ?? attributes.fid, properties: [] };
      this.#featureDepth = this.#depth;
      this.#built = undefined;
    }
  }

  text(text: string): void {
    this.#text += text;
  }

  close(name: string): void {
    const text = this.#text;
    this.#text = "";
    const node = this.#nodes.pop();
    if (node) {
      node.text = text;
      if (this.#nodes.length === 0 && this.#feature && !GML_BOXES.has(node.name)) this.#take(node);
    } else if (this.#feature) this.#closeInside(text);
    else if (name === "ExceptionText" || name === "ServiceException") {
      this.document = { ...this.document, exception: this.document.exception ?? text.trim() };
    } else if (this.#members.at(-1) === this.#depth) this.#members.pop();
    this.#depth--;
  }

  /** The first geometry of a feature is its own, unless it is a point beside an area. */
  #take(node: GmlNode): void {
    this.#isGeometry = true;
    const built = builtGeometry(node);
    if (!this.#built?.geometry || (this.#built.geometry.type === "Point" && built.geometry?.type !== "Point")) {
      this.#built = built;
    }
  }

  #closeInside(text: string): void {
    if (this.#property) this.#property.text = this.#property.text === "" ? text : `${this.#property.text} ${text}`;
    if (this.#depth === this.#featureDepth + 1 && this.#property) {
      const value = withoutGaps(this.#property.text);
      // A geometry is no cell, and its description beside it is none either.
      if (!this.#isGeometry) this.#feature?.properties.push([this.#property.name, value || this.#property.href]);
      this.#property = undefined;
    } else if (this.#depth === this.#featureDepth && this.#feature) {
      const { type, id, properties, srsName } = this.#feature;
      if (id !== undefined) properties.push(["gml_id", id]);
      this.#onFeature({
        type,
        properties,
        geometry: this.#built?.geometry ?? null,
        hasArcs: this.#built?.hasArcs ?? false,
        srsName: srsName ?? this.document.srsName,
      });
      this.#feature = undefined;
    }
  }
}

/** Most texts have none. */
function withoutGaps(text: string): string {
  return /\s\s|[\t\n\r]/.test(text) ? text.replace(/\s+/g, " ").trim() : text.trim();
}
