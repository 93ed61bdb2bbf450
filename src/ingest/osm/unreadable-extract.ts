/** Why an extract cannot be read; each reason has its words in the texts of issues. */
export type ExtractFlaw =
  /** It does not begin as the format does. */
  | "not-osm-pbf"
  /** It ends in the middle: a download that broke off. */
  | "truncated"
  /** Bytes that mean nothing, or a block that breaks the limits of the format. */
  | "corrupt"
  /** Compressed by a method other than zlib. */
  | "compression"
  /** It demands something of its reader that this one cannot do; `detail` names it. */
  | "feature"
  /** More paths than fit into memory. */
  | "too-large";

/** Thrown inside the reader of extracts, caught where the file becomes a network: half a network would give wrong distances. */
export class UnreadableExtract extends Error {
  readonly flaw: ExtractFlaw;
  readonly detail: string;

  constructor(flaw: ExtractFlaw, detail = "") {
    super(`extract is unreadable: ${flaw} ${detail}`);
    this.flaw = flaw;
    this.detail = detail;
  }
}
