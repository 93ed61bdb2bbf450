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
    }
  | {
      readonly kind: "extended";
      /** A package, and files laid over it: what the user has added, and a datapackage.json that names it. */
      readonly base: PackageSource;
      readonly files: Readonly<Record<string, Blob>>;
    };

export const DESCRIPTOR_NAME = "datapackage.json";

/** How the user knows the package: its address, or the name of the folder or zip. */
export function sourceLabel(source: PackageSource): string {
  switch (source.kind) {
    case "url":
      return source.descriptor;
    case "files":
      return source.label;
    case "extended":
      return sourceLabel(source.base);
  }
}

/** datapackage.json as it was written, with what is not ours: plain JSON. */
export type RawDescriptor = Readonly<Record<string, unknown>>;

/** The descriptor as the file that is laid over a package. */
export function asDescriptorFile(raw: RawDescriptor): Blob {
  return new Blob([JSON.stringify(raw, null, 2)], { type: "application/json" });
}

/** The package that is open: where its files are, and what it says of them. */
export interface OpenPackage {
  readonly source: PackageSource;
  readonly raw: RawDescriptor;
}
