import type { ServerService } from "../../domain/server.ts";
import { isRecord } from "../geojson/geojson-parts.ts";
import { parseJson } from "../geojson/parse-json.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { readCapabilities } from "./read-capabilities.ts";
import { collectionsLink, layerOfItems, readCollections } from "./read-collections.ts";

/** What an answer turned out to be. */
export type ReadService =
  | { readonly service: ServerService }
  /** A landing page: the layers are said there. */
  | { readonly next: string }
  /** Features, not a service that has some. */
  | { readonly features: "gml" | "geojson" }
  | { readonly broken: string };

/** Understands what an address answers: capabilities, collections, the page before them, or data. */
export function readService(bytes: Uint8Array, asked: string): ReadService {
  const begin = new TextDecoder()
    .decode(bytes.subarray(0, 4096))
    .trimStart()
    .replace(/^\ufeff/, "");
  try {
    if (begin.startsWith("<")) {
      const service = readCapabilities(bytes, asked);
      if (service) return { service };
      return /opengis\.net\/(gml|wfs)/.test(begin) ? { features: "gml" } : { broken: "" };
    }
    if (!/^[{[]/.test(begin)) return { broken: "" };
    const document = parseJson(new TextDecoder().decode(bytes));
    if (isRecord(document) && (document.type === "FeatureCollection" || document.type === "Feature")) {
      const service = layerOfItems(document, asked);
      return service ? { service } : { features: "geojson" };
    }
    const service = readCollections(document, asked);
    if (service) return { service };
    const next = collectionsLink(document, asked);
    return next === undefined ? { broken: "" } : { next };
  } catch (error) {
    if (error instanceof UnreadableFile) return { broken: `${error.reason} ${error.detail}`.trim() };
    throw error;
  }
}
