import type { ServerLayer, ServerService } from "../../domain/server.ts";
import type { LonLatBox } from "../../geo/shapes.ts";
import { hostElsewhere, onSameServer, withoutPage } from "../../sources/service-address.ts";
import { isRecord } from "../geojson/geojson-parts.ts";

const GEOJSON = "application/geo+json";

/** Where an OGC API has the list of its layers, as its landing page says. */
export function collectionsLink(document: unknown, asked: string): string | undefined {
  const isWanted = (rel: string) => rel === "data" || rel.endsWith("/rel/data");
  const link = linkOf(document, asked, isWanted);
  if (link !== undefined || !linksOf(document, isWanted).length) return link;
  // It names a host that was not asked; the path is fixed by the standard (7.13).
  const url = new URL(asked);
  url.pathname = `${url.pathname.replace(/\/$/, "")}/collections`;
  return url.href;
}

/**
 * The layers of an OGC API Features (OGC 17-069r4), from its document of collections or from that of one.
 * @param asked where it was asked
 * @returns undefined when the document is something else
 */
export function readCollections(document: unknown, asked: string): ServerService | undefined {
  if (!isRecord(document)) return undefined;
  const isOne = isRecord(document.extent) || document.itemType !== undefined || linksOf(document, isItems).length > 0;
  const one = typeof document.id === "string" && isOne ? [document] : undefined;
  const collections = Array.isArray(document.collections) ? document.collections : one;
  if (!collections) return undefined;
  const shared = systemsIn(document.crs);
  return {
    kind: "ogc-api",
    version: "1.0",
    title: textOf(document.title) ?? new URL(asked).host,
    address: asked,
    elsewhere: hostElsewhere(textOf(linksOf(document, (rel) => rel === "self")[0]?.href), asked),
    layers: collections.flatMap((collection) => layerOf(collection, asked, shared, one !== undefined) ?? []),
  };
}

/** Features that an OGC API gives by pages, as the layer that they are a page of; undefined when they are all there is. */
export function layerOfItems(document: Readonly<Record<string, unknown>>, asked: string): ServerService | undefined {
  const { pathname, host } = new URL(asked);
  const name = /\/collections\/([^/]+)\/items\/?$/.exec(pathname)?.[1];
  if (name === undefined && linksOf(document, (rel) => rel === "next").length === 0) return undefined;
  const title = name === undefined ? (pathname.split("/").filter(Boolean).at(-1) ?? host) : decodeURIComponent(name);
  const address = withoutPage(asked);
  const layer: ServerLayer = { name: title, title, systems: [], formats: [GEOJSON], address };
  return { kind: "ogc-api", version: "1.0", title: host, address, layers: [layer] };
}

const isItems = (rel: string): boolean => rel === "items";

/** „#/crs“ stands for those that the list of layers has for all. */
function systemsIn(crs: unknown, shared: readonly string[] = []): string[] {
  const own = Array.isArray(crs) ? crs.filter((each) => typeof each === "string") : [];
  return own.flatMap((each) => (each.startsWith("#") ? shared : [each]));
}

function layerOf(
  collection: unknown,
  asked: string,
  shared: readonly string[],
  isAlone: boolean,
): ServerLayer | undefined {
  if (!isRecord(collection)) return undefined;
  const name = textOf(collection.id) ?? textOf(collection.name);
  const isOfFeatures = collection.itemType === undefined || collection.itemType === "feature";
  if (name === undefined || !isOfFeatures) return undefined;
  return {
    name,
    title: textOf(collection.title) ?? name,
    description: textOf(collection.description),
    systems: systemsIn(collection.crs, shared),
    box: boxOf(collection.extent),
    formats: [GEOJSON],
    address: linkOf(collection, asked, isItems) ?? itemsOf(name, asked, isAlone),
  };
}

function itemsOf(name: string, asked: string, isAlone: boolean): string {
  const url = new URL(asked);
  const path = url.pathname.replace(/\/$/, "");
  url.pathname = isAlone ? `${path}/items` : `${path}/${encodeURIComponent(name)}/items`;
  return url.href;
}

/** The link to what is wanted, in GeoJSON or JSON where there is a choice. */
function linkOf(document: unknown, asked: string, isWanted: (rel: string) => boolean): string | undefined {
  const links = linksOf(document, isWanted);
  const byType = (type: string) => links.find((link) => textOf(link.type)?.startsWith(type));
  const found = byType(GEOJSON) ?? byType("application/json") ?? links.find(({ type }) => type === undefined);
  return onSameServer(textOf(found?.href), asked);
}

function linksOf(document: unknown, isWanted: (rel: string) => boolean): Record<string, unknown>[] {
  if (!isRecord(document) || !Array.isArray(document.links)) return [];
  return document.links.filter(isRecord).filter(({ rel }) => typeof rel === "string" && isWanted(rel));
}

function boxOf(extent: unknown): LonLatBox | undefined {
  const spatial = isRecord(extent) && isRecord(extent.spatial) ? extent.spatial.bbox : undefined;
  const first: unknown = Array.isArray(spatial) ? spatial[0] : undefined;
  if (!Array.isArray(first)) return undefined;
  // Six numbers name heights, too.
  const corners = first.length === 6 ? [first[0], first[1], first[3], first[4]] : first;
  const [west, south, east, north] = corners.map((number) => (typeof number === "number" ? number : Number.NaN));
  const isBox = [west, south, east, north].every((number) => Number.isFinite(number));
  return isBox ? [west as number, south as number, east as number, north as number] : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
