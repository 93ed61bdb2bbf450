import type { IssueCode } from "../domain/issue.ts";

/** What a sentence about an issue can use: raw values shortened and in quotation marks, numbers after the language. */
export interface IssueParticulars {
  /** The particular, in quotation marks of the language; "" when the issue has none. */
  quoted(name: string): string;
  /** The particular as it is. */
  plain(name: string): string;
  count(name: string): string;
  /** A number of bytes in whole megabytes of a million. */
  megabytes(name: string): string;
  /** The count with its noun, as many as there are: „1 Zelle“, „2 Zellen“. */
  counted(name: string, one: string, other: string): string;
  isOne(name: string): boolean;
  has(name: string): boolean;
}

/** One sentence per code, or a few: what is wrong and what to do. The compiler refuses a catalogue that lacks a code. */
export type IssueSentences = Readonly<Record<IssueCode, (issue: IssueParticulars) => string>>;
