import { serveClasses } from "./analysis/classes/serve-classes.ts";
import type { KeptDemand } from "./analysis/coverage/kept-demand.ts";
import { KeptNetwork } from "./analysis/network/kept-network.ts";
import { serveNetwork } from "./analysis/network/serve-network.ts";
import { serveOffers } from "./analysis/offers/serve-offers.ts";
import { serveProvision } from "./analysis/provision/serve-provision.ts";
import { serveSiting } from "./analysis/siting/serve-siting.ts";
import { serveExport } from "./export/serve-export.ts";
import { serveServer } from "./ingest/server/serve-server.ts";
import type { TaskRegistry } from "./work/runner.ts";

/** Registers what nobody asks for before the first answer; the kernels measure the same residents, and walk the same ways. */
export function serveLater(registry: TaskRegistry, kept: KeptDemand): void {
  const network = new KeptNetwork(kept);
  serveNetwork(registry, kept, network);
  serveProvision(registry, kept, network);
  serveSiting(registry, kept, network);
  serveOffers(registry);
  serveClasses(registry);
  serveExport(registry);
  serveServer(registry);
}
