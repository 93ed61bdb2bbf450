import type { AppState } from "../state/app-state.ts";
import type { App } from "./app.ts";

/** Until the state is so, the time is over, or nobody waits any more. */
export function untilState(
  app: App,
  isSo: (state: AppState) => boolean,
  atTheLatest: number,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      stop();
      stopTimer();
      resolve();
    };
    const look = () => {
      if (isSo(app.store.getState())) finish();
    };
    const stop = app.store.subscribe(look);
    const stopTimer = app.services.clock.after(atTheLatest, finish);
    signal.addEventListener("abort", finish, { once: true });
    look();
  });
}
