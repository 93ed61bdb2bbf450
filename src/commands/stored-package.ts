import { asDescriptorFile, DESCRIPTOR_NAME, type OpenPackage, type PackageSource } from "../domain/package-source.ts";
import type { WorkspaceStore } from "../domain/workspace.ts";
import type { WorkspaceFile } from "../state/workspace-file.ts";

type Paths = readonly (readonly [path: string, key: string])[];
type Stored = Pick<WorkspaceFile, "package" | "added">;

/** What everything else of a package is laid over. */
export function rootOf(source: PackageSource): Exclude<PackageSource, { kind: "extended" }> {
  return source.kind === "extended" ? rootOf(source.base) : source;
}

/**
 * A package by the keys of its files, and these files. What is at an address stays there.
 * @param data how the address of the app names a package at an address; undefined = the model city
 */
export async function storePackage(
  { source, raw }: OpenPackage,
  data: string | undefined,
  store: WorkspaceStore,
): Promise<{ readonly stored: Stored; readonly files: ReadonlyMap<string, Blob> }> {
  const files = new Map<string, Blob>();
  const keyed = async (named: Readonly<Record<string, Blob>>): Promise<Paths> => {
    const paths: [string, string][] = [];
    for (const [path, file] of Object.entries(named)) {
      const key = await store.keyOf(file);
      files.set(key, file);
      paths.push([path, key]);
    }
    return paths;
  };
  const root = rootOf(source);
  const stored = async (): Promise<WorkspaceFile["package"]> => {
    if (root.kind === "files") return { kind: "files", label: root.label, files: mutable(await keyed(root.files)) };
    const name = typeof raw.name === "string" ? raw.name : undefined;
    return data === undefined ? { kind: "model-city" } : { kind: "address", data, name };
  };
  const base = await stored();
  if (source.kind !== "extended") return { stored: { package: base }, files };
  const { [DESCRIPTOR_NAME]: _, ...laidOver } = source.files;
  return { stored: { package: base, added: { raw, files: await keyed(laidOver) } }, files };
}

/** Every key that a stored package names. */
export function keysOf({ package: base, added }: Stored): string[] {
  const paths = [...(base?.kind === "files" ? base.files : []), ...(added?.files ?? [])];
  return [...new Set(paths.map(([, key]) => key))];
}

/** The package again; undefined when one of its files is not there. @param urlOf absolute URL of datapackage.json by `data` */
export function restorePackage(
  { package: base, added }: Stored,
  files: ReadonlyMap<string, Blob>,
  urlOf: (data: string | undefined) => string,
): PackageSource | undefined {
  if (!base || keysOf({ package: base, added }).some((key) => !files.has(key))) return undefined;
  // fromEntries defines own properties, so a file called __proto__ stays a file.
  const named = (paths: Paths) => Object.fromEntries(paths.map(([path, key]) => [path, files.get(key) as Blob]));
  const root: PackageSource =
    base.kind === "files"
      ? { kind: "files", label: base.label, files: named(base.files) }
      : { kind: "url", descriptor: urlOf(base.kind === "address" ? base.data : undefined) };
  if (!added) return root;
  return {
    kind: "extended",
    base: root,
    files: { ...named(added.files), [DESCRIPTOR_NAME]: asDescriptorFile(added.raw) },
  };
}

/** What a stored package calls itself; undefined where nobody has kept it. */
export async function nameOfStored(
  { package: base, added }: Stored,
  store: Pick<WorkspaceStore, "blobs">,
): Promise<string | undefined> {
  if (typeof added?.raw.name === "string") return added.raw.name;
  if (base?.kind === "address") return base.name;
  const [, key] = (base?.kind === "files" && base.files.find(([path]) => path === DESCRIPTOR_NAME)) || [];
  const file = key === undefined ? undefined : (await store.blobs([key])).get(key);
  try {
    const raw: unknown = JSON.parse((await file?.text()) ?? "");
    const name = (raw as { readonly name?: unknown } | null)?.name;
    return typeof name === "string" ? name : undefined;
  } catch {
    return undefined;
  }
}

const mutable = (paths: Paths): [string, string][] => paths.map(([path, key]) => [path, key]);
