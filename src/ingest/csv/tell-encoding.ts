import type { IssueLog } from "../issue-log.ts";
import type { DecodedText } from "./decode-text.ts";

/** Says how a text was read where nobody said how to read it. */
export function tellEncoding(log: IssueLog, { encoding, guessed, strayLines }: DecodedText, declared = ""): void {
  if (strayLines) {
    const { lines } = strayLines;
    const shown = lines.slice(0, 20).join(", ") + (lines.length > 20 ? ", …" : "");
    const context = { encoding, other: strayLines.encoding, lines: shown, count: lines.length };
    log.add("encoding-mixed", { context });
  } else if (guessed) log.add("encoding-guessed", { context: { encoding, declared } });
}
