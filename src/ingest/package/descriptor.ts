import type { PackageInfo, Role } from "../../domain/city.ts";
import type { DataSource, Licence } from "../../domain/provenance.ts";
import type { dialectSchema, tableSchemaSchema } from "./descriptor-schema.ts";
import type { ROLE_SCHEMAS } from "./role-schemas.ts";
import type { z } from "./zod-without-eval.ts";

/** What the key `anlaufpunkt` of a resource says, by role. */
export type RoleKeys<R extends Role = Role> = z.infer<(typeof ROLE_SCHEMAS)[R]>;

/** A resource that was found in order. */
export interface PackageResource<R extends Role = Role> {
  readonly name: string;
  readonly path: string;
  readonly title: string;
  /** In lower case; from the ending of the path where it was not declared. */
  readonly format: string;
  readonly encoding?: string | undefined;
  readonly dialect?: z.infer<typeof dialectSchema> | undefined;
  readonly schema?: z.infer<typeof tableSchemaSchema> | undefined;
  /** Of the resource itself, else of the package. */
  readonly licences: readonly Licence[];
  readonly sources: readonly DataSource[];
  readonly role: R;
  readonly keys: RoleKeys<R>;
}

/** A descriptor after validation: plain data, handed from stage to stage. */
export interface Descriptor {
  readonly info: PackageInfo;
  readonly resources: readonly PackageResource[];
}

export function resourcesOf<R extends Role>(descriptor: Descriptor, role: R): PackageResource<R>[] {
  return descriptor.resources.filter((resource): resource is PackageResource<R> => resource.role === role);
}
