import type { DemandKey } from "../analysis/coverage/coverage-tasks.ts";
import { prepareNetworkTask } from "../analysis/network/network-tasks.ts";
import type { Network } from "../domain/network.ts";
import type { App } from "./app.ts";

const networkInWorker = new WeakMap<App, Network>();

/**
 * Asks a kernel that walks along this network; the worker learns it first where it knows none, or another one. Undefined when the worker
 * does not keep the residents (any more).
 * @param ask gives undefined when the worker keeps nothing of what is asked
 */
export async function alongNetwork<Answer>(
  app: App,
  { key, network }: { readonly key: DemandKey; readonly network: Network },
  signal: AbortSignal,
  ask: () => Promise<Answer | undefined>,
): Promise<Answer | undefined> {
  // What the worker keeps may be another network of this city, which it cannot know.
  const answer = networkInWorker.get(app) === network ? await ask() : undefined;
  if (answer !== undefined) return answer;
  // Given up on the way it would be unclear which of both the worker keeps.
  networkInWorker.delete(app);
  // Without the residents the worker would not know where the network lies.
  const report = await app.services.runner.run(prepareNetworkTask, { demand: key, network }, { signal });
  if (!report) return undefined;
  networkInWorker.set(app, network);
  return ask();
}
