import { z } from "zod";
import type { KeptView } from "../domain/kept-view.ts";
import type { RawDescriptor } from "../domain/package-source.ts";
import type { Scenario } from "../domain/scenario.ts";

// The content security policy forbids eval; zod would probe it when the first schema is built.
z.config({ jitless: true });

/** Number of the shape below. Whoever changes it adds a migration from this one, and a fixture of it under test/state/workspaces. */
export const WORKSPACE_SCHEMA = 2;

const names = z.array(z.tuple([z.string(), z.string()])).readonly();
const packageSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("model-city") }),
  /** `data` as in the address of the app; `name` as its datapackage.json says it. Versions before it was kept do without. */
  z.object({ kind: z.literal("address"), data: z.string(), name: z.string().optional() }),
  /** Path inside the package → key of its bytes. */
  z.object({ kind: z.literal("files"), label: z.string(), files: names }),
]);

const siteSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  lon: z.number(),
  lat: z.number(),
  capacity: z.number().optional(),
});
const editSchema = z.object({
  lon: z.number().optional(),
  lat: z.number().optional(),
  kind: z.string().optional(),
  capacity: z.number().optional(),
  status: z.enum(["existing", "closed"]).optional(),
});
const scenarioSchema = z.object({
  id: z.string(),
  title: z.string(),
  note: z.string().optional(),
  added: z.array(siteSchema),
  /** Pairs, so that any id stays one, `__proto__` too. */
  edited: z.array(z.tuple([z.string(), editSchema])),
});

const fileSchema = z.object({
  /** Absent in what was kept before packages were: it belongs to the city that is open. */
  package: packageSchema.optional(),
  /** What was laid over the package: its datapackage.json as JSON text, and files with the keys of their bytes. */
  added: z.object({ descriptor: z.string(), files: names }).optional(),
  scenarios: z.array(scenarioSchema),
  keptViews: z.array(z.object({ id: z.string(), title: z.string(), address: z.string() })),
  /** What was looked at, as the address without `data` says it. */
  address: z.string(),
});

export type StoredPackage = z.infer<typeof packageSchema>;
type Stored = z.infer<typeof fileSchema>;

/** The work as it is kept: everything but bytes, which it names by their keys. */
export interface WorkspaceFile {
  readonly package?: StoredPackage | undefined;
  readonly added?:
    | { readonly raw: RawDescriptor; readonly files: readonly (readonly [path: string, key: string])[] }
    | undefined;
  readonly scenarios: readonly Scenario[];
  readonly keptViews: readonly KeptView[];
  readonly address: string;
}

export function writeWorkspaceFile({ added, scenarios, keptViews, address, ...rest }: WorkspaceFile): Stored {
  return {
    package: rest.package,
    added: added && { descriptor: JSON.stringify(added.raw), files: added.files.map(([path, key]) => [path, key]) },
    scenarios: scenarios.map(({ added: sites, edited, ...scenario }) => ({
      ...scenario,
      added: [...sites],
      edited: Object.entries(edited),
    })),
    keptViews: [...keptViews],
    address,
  };
}

/** Why kept work is not opened; it is left untouched. */
export type UnreadableWork = "newer" | "damaged";

/** Reads what any version so far has kept. */
export function readWorkspaceFile(schema: number, file: unknown): WorkspaceFile | UnreadableWork {
  if (schema > WORKSPACE_SCHEMA) return "newer";
  let migrated = file;
  for (let from = schema; from < WORKSPACE_SCHEMA; from++) {
    const migration = MIGRATIONS.get(from);
    if (!migration) return "damaged";
    migrated = migration(migrated);
  }
  const read = fileSchema.safeParse(migrated);
  if (!read.success) return "damaged";
  const { added, scenarios, keptViews, address } = read.data;
  try {
    return {
      package: read.data.package,
      added: added && { raw: JSON.parse(added.descriptor) as RawDescriptor, files: added.files },
      scenarios: scenarios.map((scenario) => ({ ...scenario, edited: Object.fromEntries(scenario.edited) })),
      keptViews,
      address,
    };
  } catch {
    return "damaged";
  }
}

/** Each from its number to the next. */
const MIGRATIONS: ReadonlyMap<number, (file: unknown) => unknown> = new Map([[1, fromKeptViews]]);

/**
 * 1 → 2. Before, only kept views were there, as JSON text per city. It may come from another hand: what is not a view is left out.
 */
function fromKeptViews(text: unknown): unknown {
  return { scenarios: [], keptViews: typeof text === "string" ? keptViewsIn(text) : [], address: "" };
}

function keptViewsIn(text: string): KeptView[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((entry: unknown): KeptView[] => {
    const { id, title, address } = (entry ?? {}) as Partial<Record<keyof KeptView, unknown>>;
    return typeof id === "string" && typeof title === "string" && typeof address === "string"
      ? [{ id, title, address }]
      : [];
  });
}
