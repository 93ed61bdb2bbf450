import type { ServerLayer, ServerService } from "../../domain/server.ts";
import type { LonLatBox } from "../../geo/shapes.ts";
import { onSameServer } from "../../sources/service-address.ts";
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
  const one = typeof document.id === "string" && isRecord(document.extent) ? [document] : undefined;
  const collections = Array.isArray(document.collections) ? document.collections : one;
  if (!collections) return undefined;
  return {
    kind: "ogc-api",
    version: "1.0",
    title: textOf(document.title) ?? new URL(asked).host,
    address: asked,
    layers: collections.flatMap((collection) => layerOf(collection, asked, one !== undefined) ?? []),
  };
}

function layerOf(collection: unknown, asked: string, isAlone: boolean): ServerLayer | undefined {
  if (!isRecord(collection)) return undefined;
  const name = textOf(collection.id) ?? textOf(collection.name);
  const isOfFeatures = collection.itemType === undefined || collection.itemType === "feature";
  if (name === undefined || !isOfFeatures) return undefined;
  const systems = Array.isArray(collection.crs) ? collection.crs.filter((crs) => typeof crs === "string") : [];
  return {
    name,
    title: textOf(collection.title) ?? name,
    description: textOf(collection.description),
    systems: systems.filter((crs) => !crs.startsWith("#")),
    box: boxOf(collection.extent),
    formats: [GEOJSON],
    address: linkOf(collection, asked, (rel) => rel === "items") ?? itemsOf(name, asked, isAlone),
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
