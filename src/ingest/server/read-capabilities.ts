import type { ServerLayer, ServerService } from "../../domain/server.ts";
import type { LonLatBox } from "../../geo/shapes.ts";
import { hostElsewhere, movedToServer, onSameServer, wfsBase } from "../../sources/service-address.ts";
import { readXml, type XmlListener } from "../xml/read-xml.ts";

/**
 * What a WFS 1.0, 1.1 or 2.0 says that it offers (OGC 02-058, 04-094, 09-025r2).
 * @param asked where it was asked
 * @returns undefined when the document is something else
 * @throws UnreadableFile when it is no XML
 */
export function readCapabilities(bytes: Uint8Array, asked: string): ServerService | undefined {
  const listener = new Capabilities();
  readXml(bytes, listener);
  if (listener.version === undefined) return undefined;
  const { version, title, formats, layers, address: named } = listener;
  const address = wfsBase(onSameServer(named, asked) ?? asked);
  const others = [asked, named === undefined ? asked : (movedToServer(named, asked) ?? asked)].map(wfsBase);
  return {
    kind: "wfs",
    version: version.startsWith("2.0") ? "2.0.0" : version.startsWith("1.0") ? "1.0.0" : version,
    title: title || new URL(asked).host,
    address,
    otherAddress: others.find((other) => bareAddress(other) !== bareAddress(address)),
    elsewhere: hostElsewhere(named, asked),
    layers: layers.map(
      (layer): ServerLayer => ({
        name: layer.name,
        title: layer.title || layer.name,
        description: layer.description || undefined,
        systems: [...new Set(layer.systems)],
        box: layer.box,
        formats: [...new Set([...layer.formats, ...formats])],
      }),
    ),
  };
}

/** „…/wfs?“ is „…/wfs“. */
function bareAddress(address: string): string {
  return address.replace(/[?&]+$/, "");
}

interface Layer {
  name: string;
  title: string;
  description: string;
  readonly systems: string[];
  readonly formats: string[];
  box: LonLatBox | undefined;
}

const SYSTEMS = /^(Default|Other)?(CRS|SRS)$/;

class Capabilities implements XmlListener {
  version: string | undefined;
  title = "";
  address: string | undefined;
  readonly formats: string[] = [];
  readonly layers: Layer[] = [];
  readonly #path: string[] = [];
  #text = "";
  #operation = "";
  #parameter = "";
  #layer: Layer | undefined;
  #corner: readonly number[] = [];

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#path.push(name);
    this.#text = "";
    if (this.#path.length === 1 && name === "WFS_Capabilities") this.version = attributes.version ?? "1.0.0";
    switch (name) {
      case "Operation":
        this.#operation = attributes.name ?? "";
        break;
      case "Parameter":
        this.#parameter = attributes.name ?? "";
        break;
      case "Get":
        if (this.#isGetFeature) this.address ??= hrefIn(attributes);
        break;
      case "FeatureType":
        this.#layer = { name: "", title: "", description: "", systems: [], formats: [], box: undefined };
        break;
      case "LatLongBoundingBox":
        if (this.#layer) this.#layer.box = boxOf(["minx", "miny", "maxx", "maxy"].map((at) => Number(attributes[at])));
        break;
      default:
        // WFS 1.0 names formats by elements of their own: <ResultFormat><GML2/></ResultFormat>.
        if (this.#path.at(-2) === "ResultFormat" && this.#isGetFeature) this.formats.push(name);
    }
  }

  /** In 1.0 each operation is an element of its own name. */
  get #isGetFeature(): boolean {
    return this.#operation === "GetFeature" || this.#path.includes("GetFeature");
  }

  text(text: string): void {
    this.#text += text;
  }

  close(name: string): void {
    const text = this.#text.replace(/\s+/g, " ").trim();
    this.#text = "";
    const parent = this.#path.at(-2);
    this.#path.pop();
    if (this.#layer) this.#closeInLayer(this.#layer, name, parent, text);
    else if (name === "Title" && (parent === "ServiceIdentification" || parent === "Service")) this.title ||= text;
    else if (name === "Value" && this.#isGetFeature && this.#parameter === "outputFormat") this.formats.push(text);
    else if (name === "Operation") this.#operation = "";
    else if (name === "Parameter") this.#parameter = "";
  }

  #closeInLayer(layer: Layer, name: string, parent: string | undefined, text: string): void {
    if (name === "FeatureType") {
      if (layer.name !== "") this.layers.push(layer);
      this.#layer = undefined;
    } else if (parent === "WGS84BoundingBox") {
      if (name === "LowerCorner") this.#corner = numbersIn(text);
      if (name === "UpperCorner") layer.box = boxOf([...this.#corner, ...numbersIn(text)]);
    } else if (name === "Format") layer.formats.push(text);
    else if (parent !== "FeatureType") return;
    else if (name === "Name") layer.name = text;
    // In several languages the first is the service's own.
    else if (name === "Title") layer.title ||= text;
    else if (name === "Abstract") layer.description ||= text;
    else if (SYSTEMS.test(name) && text !== "") layer.systems.push(text);
  }
}

/** By whatever prefix: some call it xlink, some ns2; WFS 1.0 has a name of its own. */
function hrefIn(attributes: Readonly<Record<string, string>>): string | undefined {
  const [, href] = Object.entries(attributes).find(([name]) => /(^|:)href$/.test(name)) ?? [];
  return href ?? attributes.onlineResource;
}

function numbersIn(text: string): number[] {
  return text.split(/[\s,]+/).map(Number);
}

function boxOf(numbers: readonly number[]): LonLatBox | undefined {
  const [west, south, east, north] = numbers;
  const isBox = numbers.length === 4 && numbers.every(Number.isFinite);
  return isBox ? [west as number, south as number, east as number, north as number] : undefined;
}
