/** Files of a shapefile that lie beside its `.shp`. */
const PART = /\.(shp|shx|dbf|prj|cpg)$/i;
/** What lies in folders of shapefiles and nobody reads. */
const IDLE = /\.(sbn|sbx|shp\.xml|qix|qpj|idm|ind|lock)$/i;

/** Files as the assistant lists them: those that make one shapefile together become one zip, everything else stays as it is. */
export async function layersOfParts(
  files: readonly (readonly [path: string, file: Blob])[],
): Promise<{ readonly name: string; readonly file: Blob }[]> {
  const stems = new Set(files.flatMap(([path]) => (/\.shp$/i.test(path) ? [stemOf(path)] : [])));
  const alone = files.filter(([path]) => !(stems.has(stemOf(path)) && (PART.test(path) || IDLE.test(path))));
  const layers = [...stems].map(async (stem) => {
    const parts = files.filter(([path]) => stemOf(path) === stem && PART.test(path));
    const shp = parts.find(([path]) => /\.shp$/i.test(path));
    if (!shp || parts.length === 1) return { name: nameOf(shp?.[0] ?? stem), file: shp?.[1] ?? new Blob([]) };
    return { name: nameOf(shp[0]).replace(/\.shp$/i, ".zip"), file: await zipOf(parts) };
  });
  return [...alone.map(([path, file]) => ({ name: nameOf(path), file })), ...(await Promise.all(layers))];
}

function stemOf(path: string): string {
  return path.replace(IDLE, "").replace(PART, "").toLowerCase();
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Stored, not packed: every byte stays as it was. */
async function zipOf(parts: readonly (readonly [path: string, file: Blob])[]): Promise<Blob> {
  const { zipSync } = await import("fflate");
  const entries = await Promise.all(
    parts.map(async ([path, file]) => [nameOf(path), new Uint8Array(await file.arrayBuffer())] as const),
  );
  return new Blob([zipSync(Object.fromEntries(entries), { level: 0 })], { type: "application/zip" });
}
