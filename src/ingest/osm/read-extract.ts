import type { IssueLog } from "../issue-log.ts";
import { type ExtractedNetwork, networkFromExtract } from "./extract-network.ts";
import { UnreadableExtract } from "./unreadable-extract.ts";

/** The network of an extract; undefined when it has none, and the log then says why. */
export function readExtract(
  bytes: Uint8Array,
  resource: string,
  log: IssueLog,
  onBlock: (read: number, of: number) => void,
): ExtractedNetwork | undefined {
  let extract: ExtractedNetwork;
  try {
    extract = networkFromExtract(bytes, resource, onBlock);
  } catch (error) {
    if (!(error instanceof UnreadableExtract)) throw error;
    log.add("extract-unreadable", { context: { flaw: error.flaw, value: error.detail } });
    return undefined;
  }
  if (extract.cutWays > 0) log.add("extract-ways-cut", { context: { ways: extract.cutWays } });
  if (extract.ways === 0) {
    log.add("extract-without-ways");
    return undefined;
  }
  return extract;
}
