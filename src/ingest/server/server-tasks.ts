import type { Task } from "../../domain/services.ts";
import type { FileParts, PartsQuestion } from "../parquet/file-parts.ts";
import type { FirstRows, FirstRowsQuestion } from "../parquet/first-rows.ts";
import type { ReadFooter } from "./read-footer.ts";
import type { PageInput, PageOutcome } from "./read-page.ts";
import type { ReadService } from "./read-service.ts";

// Asking is done by the page, which its own policy binds; the worker only reads what came.

export const readServiceTask: Task<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly asked: string }, ReadService> = {
  name: "read-service",
  worker: "reading",
};

export const readPageTask: Task<PageInput, PageOutcome> = { name: "read-page", worker: "reading" };

export const readFooterTask: Task<{ readonly tail: Uint8Array<ArrayBuffer>; readonly byteLength: number }, ReadFooter> =
  { name: "read-footer", worker: "reading" };

export const firstRowsTask: Task<FirstRowsQuestion, FirstRows> = { name: "first-rows", worker: "reading" };

export const filePartsTask: Task<PartsQuestion, FileParts | { readonly broken: string }> = {
  name: "file-parts",
  worker: "reading",
};
