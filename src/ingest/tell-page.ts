import type { IssueLog } from "./issue-log.ts";

/** What a server's answer says of the layer that it is from. */
export interface ServerPart {
  /** Features of the layer, where they are counted. */
  readonly promised?: number | undefined;
  /** There is a next page, or the server stopped at a limit of its own. */
  readonly goesOn: boolean;
}

/** An answer that was saved as a file looks whole, and holds the first page of a layer. */
export function tellPage(log: IssueLog, read: number, { promised = 0, goesOn }: ServerPart): void {
  if (promised > read) log.add("file-of-one-page", { context: { read, promised } });
  else if (goesOn) log.add("file-of-one-page", { context: { read } });
}
