import { UnreadableFile } from "../unreadable-file.ts";

/** What a language says of a library that stumbles („x is not a function“) helps nobody who reads it. */
export function reasonOf(error: unknown): unknown {
  if (!(error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError)) return error;
  return new UnreadableFile(/allocation|string length/i.test(error.message) ? "too-large" : "broken");
}

/** The reason, for those who ask a file at an address. */
export function brokenBy(error: unknown): { readonly broken: string } {
  const reason = reasonOf(error);
  if (reason instanceof UnreadableFile) return { broken: `${reason.reason} ${reason.detail}`.trim() };
  return { broken: reason instanceof Error ? reason.message : String(reason) };
}
