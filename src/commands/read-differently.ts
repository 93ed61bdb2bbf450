import type { ResourceDraft, WantedReading } from "../domain/data-draft.ts";
import { readResourceBytes } from "../sources/read-resource-bytes.ts";
import { beginReading } from "./add-data.ts";
import { type App, notify } from "./app.ts";
import { resourcesOf } from "./extend-package.ts";

/** What has no table that could be read in another way. */
const FIXED_FORMATS = ["pmtiles", "osm.pbf", "pbf"];
const FIXED_ROLES = ["scenarios", "slides", "workspace"];

/** Whether a resource of the package can be opened in the assistant. */
export function canReadDifferently({ format, role }: { readonly format: string; readonly role: string }): boolean {
  return !FIXED_FORMATS.includes(format) && !FIXED_ROLES.includes(role);
}

/** Opens a resource of the package in the assistant: its present entry is the draft, and taking it replaces the entry. */
export async function readDifferently(app: App, name: string): Promise<void> {
  const { document } = app.store.getState();
  const entry = document.package && resourcesOf(document.package.raw).find((one) => one.name === name);
  if (!document.package || !entry || typeof entry.path !== "string") return;
  const { source } = document.package;
  const draft = draftOf(entry);
  await beginReading(
    app,
    {
      name: draft.path.split("/").at(-1) ?? draft.path,
      replaces: { name, level: draft.anlaufpunkt.level },
      draft,
      wanted: wantedBy(draft),
    },
    async (signal) => {
      const read = await readResourceBytes(source, draft.path, signal);
      if ("bytes" in read) return new Blob([read.bytes]);
      notify(app, "warning", { key: "data-issue", issue: read.issue });
      return undefined;
    },
  );
}

/** The entry with what a package may leave out; keys that are not ours stay in it. */
function draftOf(entry: Readonly<Record<string, unknown>>): ResourceDraft {
  const { name, path, title, format } = entry as Partial<ResourceDraft>;
  return {
    ...(entry as unknown as ResourceDraft),
    title: title ?? name ?? "",
    format: (format ?? /\.([a-z0-9]+)$/i.exec(path ?? "")?.[1] ?? "").toLowerCase(),
  };
}

/** How the entry takes its file apart: what is said beside it is guessed on that ground. */
function wantedBy({ encoding, dialect, anlaufpunkt }: ResourceDraft): WantedReading {
  const { role, decimalChar, groupChar, columns } = anlaufpunkt;
  return {
    role,
    encoding,
    table: dialect?.sheetName ?? dialect?.table,
    delimiter: dialect?.delimiter,
    headerRows: dialect?.header === false ? [] : (dialect?.headerRows ?? [1]),
    decimal: `${decimalChar ?? "."}${groupChar ?? ""}`,
    layout: role === "observations" ? (columns?.indicator === undefined ? undefined : "long") : undefined,
  };
}
