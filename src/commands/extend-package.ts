import type { ResourceDraft } from "../domain/data-draft.ts";
import { idOfTitle } from "../domain/id-of-title.ts";
import {
  asDescriptorFile,
  DESCRIPTOR_NAME,
  type OpenPackage,
  type PackageSource,
  type RawDescriptor,
} from "../domain/package-source.ts";
import { type App, notify } from "./app.ts";
import { cityNameOf } from "./city-name.ts";
import { edit } from "./edit-document.ts";

export interface Addition {
  readonly draft: ResourceDraft;
  readonly file: Blob;
  /** Name of a resource of the package: its file stays, its entry is replaced. */
  readonly replaces?: { readonly name: string } | undefined;
}

/**
 * Lays files over the package that is open, with the entries that say how they are read; entries of files that are there already are
 * replaced. All of it is one step that can be taken back.
 */
export function extendPackage(app: App, additions: readonly Addition[]): void {
  const open = app.store.getState().document.package;
  if (!open || additions.length === 0) return;
  const added = additions.filter(({ replaces }) => replaces === undefined);
  const changed = new Map(additions.flatMap(({ draft, replaces }) => (replaces ? [[replaces.name, draft]] : [])));
  const entries = resourcesOf(open.raw).map((entry) => ({ ...entry, ...changed.get(String(entry.name)) }));
  const resources = [...entries, ...added.map(({ draft }) => draft)];
  const files = Object.fromEntries(added.map(({ draft, file }) => [draft.path, file] as const));
  edit(
    app,
    {
      done: added.length > 0 ? "data-added" : "data-changed",
      what: additions.map(({ draft }) => draft.title).join(", "),
    },
    { package: laidOver(open, { ...open.raw, resources }, files) },
  );
}

/** Reads a resource of the package differently: its entry is replaced. */
export function changeResource(app: App, draft: ResourceDraft): void {
  extendPackage(app, [{ draft, file: new Blob(), replaces: draft }]);
}

/** Takes a resource out of the package; its file stays where it came from. */
export function removeResource(app: App, name: string): void {
  const open = app.store.getState().document.package;
  const removed = open && resourcesOf(open.raw).find((entry) => entry.name === name);
  if (!open || !removed) return;
  const resources = resourcesOf(open.raw).filter((entry) => entry !== removed);
  const what = typeof removed.title === "string" ? removed.title : name;
  edit(app, { done: "data-removed", what }, { package: laidOver(open, { ...open.raw, resources }, {}) });
  notify(app, "information", { key: "data-removed", what });
}

/** A city of these files alone. */
export function newPackage(app: App, additions: readonly Addition[], cityName?: string): void {
  const first = additions[0];
  if (!first) return;
  const title = cityName?.trim() || cityNameOf(additions.map(({ draft }) => draft)) || first.draft.title;
  const raw: RawDescriptor = {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    // Of the city, not of its first file: by it another version of the city is known again.
    name: idOfTitle(title),
    title,
    created: app.services.clock.now().toISOString(),
    anlaufpunkt: { version: 1, locale: "de-DE" },
    resources: additions.map(({ draft }) => draft),
  };
  const files = Object.fromEntries(additions.map(({ draft, file }) => [draft.path, file] as const));
  const source: PackageSource = {
    kind: "files",
    files: { ...files, [DESCRIPTOR_NAME]: asDescriptorFile(raw) },
    label: title,
  };
  edit(app, { done: "data-added", what: title }, { package: { source, raw } });
}

export function resourcesOf(raw: RawDescriptor): readonly Record<string, unknown>[] {
  return Array.isArray(raw.resources) ? (raw.resources as readonly Record<string, unknown>[]) : [];
}

/** A package with files laid over it, and the descriptor that names them. */
export function laidOver(open: OpenPackage, raw: RawDescriptor, files: Readonly<Record<string, Blob>>): OpenPackage {
  const { source } = open;
  const under = source.kind === "extended" ? source : { base: source, files: {} };
  return {
    raw,
    source: {
      kind: "extended",
      base: under.base,
      files: { ...under.files, ...files, [DESCRIPTOR_NAME]: asDescriptorFile(raw) },
    },
  };
}
