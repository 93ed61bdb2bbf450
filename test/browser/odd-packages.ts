import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** File names with their contents; objects become JSON. */
export type PackageFiles = Readonly<Record<string, string | object>>;

/** Folders with packages that no city would publish, to be served beside the app; `remove` takes them away again. */
export function writePackages(packages: Readonly<Record<string, PackageFiles>>): {
  folders: ReadonlyMap<string, string>;
  remove(): void;
} {
  const root = mkdtempSync(join(tmpdir(), "anlaufpunkt-packages-"));
  const folders = new Map<string, string>();
  for (const [name, files] of Object.entries(packages)) {
    const folder = join(root, name);
    mkdirSync(folder);
    folders.set(name, folder);
    for (const [file, content] of Object.entries(files)) {
      writeFileSync(join(folder, file), typeof content === "string" ? content : JSON.stringify(content));
    }
  }
  return { folders, remove: () => rmSync(root, { recursive: true }) };
}

/** Nine Sozialräume, three by three, each about 1.3 km wide, ascending from south-west; `properties` adds to each. */
export function nineAreas(names: readonly string[], properties: (index: number) => object = () => ({})): object {
  return {
    type: "FeatureCollection",
    features: names.slice(0, 9).map((name, index) => {
      const [west, south] = [10 + 0.02 * (index % 3), 53 + 0.012 * Math.floor(index / 3)];
      const [east, north] = [west + 0.02, south + 0.012];
      return {
        type: "Feature",
        properties: { id: `0${index + 1}`, name, ...properties(index) },
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
    }),
  };
}

export const PLAIN_NAMES = ["Altstadt", "Nord", "Süd", "Ost", "West", "Feld", "Wald", "Hafen", "Burg"];

export const AREAS = {
  name: "areas",
  path: "areas.geojson",
  format: "geojson",
  anlaufpunkt: { role: "sozialraeume", level: "stadtteil" },
};

export function descriptor(name: string, resources: readonly object[] = [AREAS]): object {
  return { name, title: name, anlaufpunkt: { version: 1 }, resources };
}

export const csv = (name: string, anlaufpunkt: object) => ({
  name,
  path: `${name}.csv`,
  format: "csv",
  dialect: { delimiter: ";" },
  anlaufpunkt,
});
