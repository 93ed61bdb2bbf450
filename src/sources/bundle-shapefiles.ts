import { zipSync } from "fflate";
import { mostBytes } from "../domain/file-limits.ts";

/** Files that were dropped together and are one layer, as the one file that becomes a resource. */
export interface ShapefileBundle {
  /** `stadtteile.zip`: what the files of the layer have in common; a single file keeps its name. */
  readonly name: string;
  readonly file: Blob;
  /** Paths of the files in it. */
  readonly parts: readonly string[];
  /** Parts without which something is missing: names and keys (`.dbf`), the coordinate system (`.prj`), the geometry (`.shp`). */
  readonly missing: readonly (".shp" | ".dbf" | ".prj")[];
}

export interface Bundled<F extends Blob> {
  readonly bundles: readonly ShapefileBundle[];
  /** Files that belong to no layer. */
  readonly others: readonly (readonly [path: string, file: F])[];
}

/** What may stand beside a `.shp`; only those in `NEEDED` are read, the others travel with it. */
const PART = /\.(shp|shx|dbf|prj|cpg|dbt|fpt|sbn|sbx|qix|qpj|fbn|fbx|ain|aih|ixs|mxs|atx|shp\.xml)$/i;
const NEEDED = [".shp", ".dbf", ".prj"] as const;

/** The same files make the same bytes: no time of today in them. DOS knows none before. */
const TIME = new Date(1980, 0, 1);

/**
 * Puts the files that make one shapefile – same folder, same name, endings of a shapefile, in any case – into one zip, their bytes
 * unchanged; a single file stays as it is. A `.dbf` with no `.shp` beside it is a table of its own and stays loose, unless other parts say that a `.shp` is missing.
 */
export async function bundleShapefiles<F extends Blob>(
  files: Iterable<readonly [path: string, file: F]>,
): Promise<Bundled<F>> {
  const layers = new Map<string, (readonly [path: string, file: F])[]>();
  const others: (readonly [path: string, file: F])[] = [];
  for (const entry of files) {
    const [path] = entry;
    if (!PART.test(path)) {
      others.push(entry);
      continue;
    }
    const stem = path.replace(PART, "").toLowerCase();
    const layer = layers.get(stem);
    if (layer) layer.push(entry);
    else layers.set(stem, [entry]);
  }
  const bundles: ShapefileBundle[] = [];
  for (const layer of layers.values()) {
    const has = (ending: string) => layer.some(([path]) => path.toLowerCase().endsWith(ending));
    const isLayer = has(".shp") || (has(".dbf") && (has(".shx") || has(".prj")));
    if (isLayer) bundles.push(await bundleOf(layer, has));
    else others.push(...layer);
  }
  return { bundles, others };
}

async function bundleOf<F extends Blob>(
  layer: readonly (readonly [path: string, file: F])[],
  has: (ending: string) => boolean,
): Promise<ShapefileBundle> {
  const [main, only] = layer.find(([path]) => /\.shp$/i.test(path)) ?? layer[0] ?? ["", new Blob()];
  const missing = NEEDED.filter((ending) => !has(ending));
  const parts = layer.map(([path]) => path);
  const bytes = layer.reduce((sum, [, file]) => sum + file.size, 0);
  // What is too large to be read is not put together either: the file alone says so.
  if (layer.length === 1 || bytes > mostBytes("shp")) return { name: fileName(main), file: only, parts, missing };
  const contents = await Promise.all(
    layer.map(async ([path, file]) => [fileName(path), new Uint8Array(await file.arrayBuffer())] as const),
  );
  // Stored, not packed: it takes no time, and a package is packed when it is saved.
  const zip = zipSync(Object.fromEntries(contents), { level: 0, mtime: TIME });
  return {
    name: `${fileName(main).replace(PART, "")}.zip`,
    file: new Blob([zip], { type: "application/zip" }),
    parts,
    missing,
  };
}

function fileName(path: string): string {
  return path.slice(path.replaceAll("\\", "/").lastIndexOf("/") + 1);
}
