/**
 * Where the files of a package are: at an address, or in hand (a dropped folder, an unpacked zip). Both can be cloned into a worker.
 */
export type PackageSource =
  | {
      readonly kind: "url";
      /** Absolute URL of datapackage.json. */
      readonly descriptor: string;
    }
  | {
      readonly kind: "files";
      /** Path inside the folder → bytes. */
      readonly files: Readonly<Record<string, Blob>>;
      readonly label: string;
    };

export const DESCRIPTOR_NAME = "datapackage.json";

/** How the user knows the package: its address, or the name of the folder or zip. */
export function sourceLabel(source: PackageSource): string {
  return source.kind === "url" ? source.descriptor : source.label;
}
