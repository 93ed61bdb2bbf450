import { UnreadableFile } from "../unreadable-file.ts";

/** What a library says when it stumbles („x is not a function“, “invalid distance”) helps nobody who reads it. */
export function reasonOf(error: unknown): UnreadableFile {
  if (error instanceof UnreadableFile) return error;
  const isMemory = error instanceof RangeError && /allocation|string length/i.test(error.message);
  return new UnreadableFile(isMemory ? "too-large" : "broken");
}

/** The reason, for those who ask a file at an address. */
export function brokenBy(error: unknown): { readonly broken: string } {
  const { reason, detail } = reasonOf(error);
  return { broken: `${reason} ${detail}`.trim() };
}
