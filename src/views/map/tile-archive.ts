import { addProtocol } from "maplibre-gl";
import { FileSource, PMTiles, Protocol } from "pmtiles";
import type { BackgroundTiles } from "../../domain/background.ts";

/** The one reader of tile archives of this page, shared by all maps so that directories are read once. */
const reader = new Protocol();
addProtocol("pmtiles", reader.tile);

/** A dropped file has no URL: pmtiles knows it by this name. */
const fileKeys = new WeakMap<Blob, string>();
let files = 0;

/**
 * Makes an archive readable for MapLibre by byte ranges. Its directory is asked for at once, and the source can be added before the
 * next frame: under a slow GPU each frame that the tiles come later costs as much as the tiles themselves.
 * @returns the template for the `tiles` of a vector source
 */
export function openTileArchive(background: BackgroundTiles): string {
  if ("url" in background.archive) {
    const { url } = background.archive;
    if (!reader.get(url)) open(new PMTiles(url));
    return `pmtiles://${url}/{z}/{x}/{y}`;
  }
  const { file } = background.archive;
  let key = fileKeys.get(file);
  if (key === undefined) {
    key = `file-${++files}.pmtiles`;
    fileKeys.set(file, key);
    open(new PMTiles(new FileSource(new File([file], key))));
  }
  return `pmtiles://${key}/{z}/{x}/{y}`;
}

function open(archive: PMTiles): void {
  reader.add(archive);
  // An archive that cannot be read says so again with the first tile.
  archive.getHeader().catch(() => undefined);
}
