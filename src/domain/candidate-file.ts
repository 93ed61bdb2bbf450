import type { Issue } from "./issue.ts";

/** Places from a file of the user, where new sites could stand: vacant plots, schools, shops. */
export interface CandidateFile {
  readonly name: string;
  /** Degrees, one entry per place. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** "" = the file names none. */
  readonly names: readonly string[];
  readonly rejected: number;
  /** The system in which the coordinates were read. */
  readonly crs?: string | undefined;
  readonly issues: readonly Issue[];
}
