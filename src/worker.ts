import { serveClasses } from "./analysis/classes/serve-classes.ts";
import { KeptDemand } from "./analysis/coverage/kept-demand.ts";
import { serveCoverage } from "./analysis/coverage/serve-coverage.ts";
import { KeptNetwork } from "./analysis/network/kept-network.ts";
import { serveNetwork } from "./analysis/network/serve-network.ts";
import { serveOffers } from "./analysis/offers/serve-offers.ts";
import { serveProvision } from "./analysis/provision/serve-provision.ts";
import { serveSiting } from "./analysis/siting/serve-siting.ts";
import { serveExport } from "./export/serve-export.ts";
import { serveIngest } from "./ingest/serve-ingest.ts";
import { serveServer } from "./ingest/server/serve-server.ts";
import { serveTasks, TaskRegistry } from "./work/runner.ts";

const registry = new TaskRegistry();
serveIngest(registry);
serveServer(registry);
// The kernels measure the same residents, and walk the same ways.
const kept = new KeptDemand();
const network = new KeptNetwork(kept);
serveCoverage(registry, kept);
serveNetwork(registry, kept, network);
serveProvision(registry, kept, network);
serveSiting(registry, kept, network);
serveOffers(registry);
serveClasses(registry);
serveExport(registry);
serveTasks(registry);
