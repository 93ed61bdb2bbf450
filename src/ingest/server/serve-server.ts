import type { TaskRegistry } from "../../work/runner.ts";
import { filePartsTask, firstRowsTask, readFooterTask, readPageTask, readServiceTask } from "./server-tasks.ts";

/** Registers the readers of what servers answer; their libraries come when the first answer does. */
export function serveServer(registry: TaskRegistry): void {
  registry
    .register(readServiceTask, async ({ bytes, asked }) => {
      const { readService } = await import("./read-service.ts");
      return { value: readService(bytes, asked) };
    })
    .register(readPageTask, async (input) => {
      const { readPage } = await import("./read-page.ts");
      return { value: readPage(input) };
    })
    .register(readFooterTask, async ({ tail, byteLength }) => {
      const { readFooter } = await import("./read-footer.ts");
      return { value: readFooter(tail, byteLength) };
    })
    .register(firstRowsTask, async (question) => {
      const { firstRows } = await import("../parquet/first-rows.ts");
      return { value: await firstRows(question) };
    })
    .register(filePartsTask, async (question) => {
      const { fileParts } = await import("../parquet/file-parts.ts");
      return { value: await fileParts(question) };
    });
}
