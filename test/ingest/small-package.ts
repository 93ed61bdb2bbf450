import type { PackageSource } from "../../src/domain/package-source.ts";

type Content = string | Uint8Array<ArrayBuffer> | object;

/** Two areas side by side west of Berlin's centre: `a` and `b`, with parents `p`. */
export const TWO_AREAS = {
  type: "FeatureCollection",
  features: [square("a", "Altstadt", 13.0), square("b", "Bornheide", 13.1)],
};

export function square(id: string, name: string, west: number) {
  const [east, south, north] = [west + 0.1, 52, 52.1];
  return {
    type: "Feature",
    properties: { id, name },
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
  };
}

export const AREA_RESOURCE = {
  name: "areas",
  path: "areas.geojson",
  format: "geojson",
  anlaufpunkt: { role: "sozialraeume", level: "stadtteil" },
};

/** A package in memory: the two areas, and beside them what a test wants. */
export function smallPackage(
  resources: readonly object[],
  files: Readonly<Record<string, Content>>,
  root: object = {},
): PackageSource {
  const descriptor = {
    name: "small",
    anlaufpunkt: { version: 1 },
    resources: [AREA_RESOURCE, ...resources],
    ...root,
  };
  const all: Record<string, Content> = { "datapackage.json": descriptor, "areas.geojson": TWO_AREAS, ...files };
  const blobs = Object.entries(all).map(([path, content]) => [path, blob(content)] as const);
  return { kind: "files", files: Object.fromEntries(blobs), label: "small" };
}

function blob(content: Content): Blob {
  if (typeof content === "string" || content instanceof Uint8Array) return new Blob([content]);
  return new Blob([JSON.stringify(content)]);
}

export function csvResource(name: string, anlaufpunkt: object, more: object = {}): object {
  return { name, path: `${name}.csv`, format: "csv", anlaufpunkt, ...more };
}
