import { KeptDemand } from "./analysis/coverage/kept-demand.ts";
import { serveCoverage } from "./analysis/coverage/serve-coverage.ts";
import { serveIngest } from "./ingest/serve-ingest.ts";
import { serveTasks, TaskRegistry } from "./work/runner.ts";

// What the first map and the first answer need; all else is fetched when it is asked for.
const registry = new TaskRegistry();
const kept = new KeptDemand();
serveIngest(registry);
serveCoverage(registry, kept);
registry.otherwise(async () => (await import("./worker-later.ts")).serveLater(registry, kept));
serveTasks(registry);
