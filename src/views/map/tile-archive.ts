import { addProtocol } from "maplibre-gl";
import type { Protocol } from "pmtiles";
import type { BackgroundTiles } from "../../domain/background.ts";

/** A dropped file has no URL: pmtiles knows it by this name. */
const fileKeys = new WeakMap<Blob, string>();
let files = 0;
let registered: Promise<Protocol> | undefined;

/** The one reader of tile archives of this page, shared by all maps so that directories are read once. */
function protocol(): Promise<Protocol> {
  registered ??= import("pmtiles").then(({ Protocol }) => {
    const reader = new Protocol();
    addProtocol("pmtiles", reader.tile);
    return reader;
  });
  return registered;
}

/**
 * Makes an archive readable for MapLibre by byte ranges.
 * @returns the template for the `tiles` of a vector source
 */
export async function openTileArchive(background: BackgroundTiles): Promise<string> {
  const reader = await protocol();
  if ("url" in background.archive) return `pmtiles://${background.archive.url}/{z}/{x}/{y}`;
  const { file } = background.archive;
  let key = fileKeys.get(file);
  if (key === undefined) {
    key = `file-${++files}.pmtiles`;
    fileKeys.set(file, key);
    const { FileSource, PMTiles } = await import("pmtiles");
    reader.add(new PMTiles(new FileSource(new File([file], key))));
  }
  return `pmtiles://${key}/{z}/{x}/{y}`;
}
