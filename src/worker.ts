import { serveClasses } from "./analysis/classes/serve-classes.ts";
import { serveCoverage } from "./analysis/coverage/serve-coverage.ts";
import { serveExport } from "./export/serve-export.ts";
import { serveIngest } from "./ingest/serve-ingest.ts";
import { serveTasks, TaskRegistry } from "./work/runner.ts";

const registry = new TaskRegistry();
serveIngest(registry);
serveCoverage(registry);
serveClasses(registry);
serveExport(registry);
serveTasks(registry);
