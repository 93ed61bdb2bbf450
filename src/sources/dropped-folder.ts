import { type FilesFound, packageFromFiles } from "./package-from-files.ts";

/** More files than any package has: somebody dropped a whole disk. */
const MOST_FILES = 5000;

/** What was dropped: files with their paths, and the zip among them when it is the only file. */
export interface DroppedFiles {
  readonly files: readonly (readonly [path: string, file: File])[];
  readonly truncated: boolean;
  readonly label: string;
}

/**
 * Collects what was dropped. The entries are taken at once (after the event they are gone), the folders are read afterwards:
 * call it inside the drop handler, before any await.
 */
export function collectDropped(transfer: DataTransfer): Promise<DroppedFiles> {
  const entries: FileSystemEntry[] = [];
  const loose: File[] = [];
  for (const item of transfer.items) {
    if (item.kind !== "file") continue;
    const entry = item.webkitGetAsEntry();
    if (entry) entries.push(entry);
    else {
      const file = item.getAsFile();
      if (file) loose.push(file);
    }
  }
  return walk(entries, loose);
}

/** The same for a file input, with or without `webkitdirectory`. */
export function collectChosen(list: Iterable<File>): DroppedFiles {
  const files = [...list].map((file) => [file.webkitRelativePath || file.name, file] as const);
  return {
    files: files.slice(0, MOST_FILES),
    truncated: files.length > MOST_FILES,
    label: labelOf(files.map(([path]) => path)),
  };
}

/** The zip, when exactly that was dropped or chosen. */
export function onlyZip(dropped: DroppedFiles): File | undefined {
  return onlyFile(dropped, /\.zip$/i, "application/zip");
}

/** The table, when exactly one was dropped or chosen. */
export function onlyTable(dropped: DroppedFiles): File | undefined {
  return onlyFile(dropped, /\.csv$/i, "text/csv");
}

/** The extract of OpenStreetMap, when exactly one was dropped or chosen. */
export function onlyExtract(dropped: DroppedFiles): File | undefined {
  return onlyFile(dropped, /\.pbf$/i, "application/vnd.openstreetmap.data+pbf");
}

function onlyFile({ files }: DroppedFiles, ending: RegExp, type: string): File | undefined {
  const only = files.length === 1 ? files[0]?.[1] : undefined;
  return only && (ending.test(only.name) || only.type === type) ? only : undefined;
}

/** Whether there is a datapackage.json among the files: a package, and no loose files. */
export function holdsPackage(dropped: DroppedFiles): boolean {
  return dropped.truncated || dropped.files.some(([path]) => /(^|\/)datapackage\.json$/.test(path));
}

export function packageFromDropped(dropped: DroppedFiles): FilesFound {
  if (dropped.truncated) {
    return {
      issue: {
        code: "package-too-large",
        severity: "error",
        source: dropped.label,
        context: { files: MOST_FILES, limit: MOST_FILES },
      },
    };
  }
  return packageFromFiles(dropped.files, dropped.label);
}

async function walk(entries: FileSystemEntry[], loose: File[]): Promise<DroppedFiles> {
  const files: [string, File][] = loose.map((file) => [file.name, file]);
  const queue = [...entries];
  while (queue.length > 0 && files.length <= MOST_FILES) {
    const entry = queue.shift() as FileSystemEntry;
    // Hidden files and folders (.git, .DS_Store) are never part of a package.
    if (entry.name.startsWith(".")) continue;
    if (entry.isFile) {
      const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
      files.push([entry.fullPath.replace(/^\//, ""), file]);
    } else if (entry.isDirectory) {
      queue.push(...(await readFolder(entry as FileSystemDirectoryEntry)));
    }
  }
  return {
    files: files.slice(0, MOST_FILES),
    truncated: files.length > MOST_FILES,
    label: entries[0]?.name ?? labelOf(files.map(([path]) => path)),
  };
}

/** A reader hands out a folder in portions (Chromium: 100) until an empty one. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0 || all.length > MOST_FILES) return all;
    all.push(...portion);
  }
}

function labelOf(paths: readonly string[]): string {
  const first = paths[0] ?? "";
  return first.split("/")[0] ?? first;
}
