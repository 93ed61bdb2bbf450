import { bundleShapefiles } from "../sources/bundle-shapefiles.ts";

/** Files as the assistant lists them: those that make one shapefile together become one zip, everything else stays as it is. */
export async function layersOfParts(
  files: readonly (readonly [path: string, file: Blob])[],
): Promise<{ readonly name: string; readonly file: Blob }[]> {
  const { bundles, others } = await bundleShapefiles(files);
  return [
    ...others.map(([path, file]) => ({ name: path.slice(path.lastIndexOf("/") + 1), file })),
    ...bundles.map(({ name, file }) => ({ name, file })),
  ];
}
