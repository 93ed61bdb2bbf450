import type { Role } from "./city.ts";

/** How far a file of the package has been read. */
export interface ReadingProgress {
  /** Path inside the package. */
  readonly path: string;
  readonly role: Role;
  /** The bytes are fetched; they are taken apart into rows; the rows are read, column after column. */
  readonly step: "fetching" | "splitting" | "checking";
  readonly rows: number;
  /** All rows, once they are known. */
  readonly of?: number | undefined;
}
