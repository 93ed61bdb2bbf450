import { StrictMode, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { type App, setPending } from "../commands/app.ts";
import { AppWindow } from "./app.tsx";
import { AppProvider } from "./app-context.tsx";
import { warmUpMap } from "./map/start-map.ts";
import "./tokens.css";

/** Draws the window of an app that may already be reading its data; until it stands, nothing is ready. */
export function showWindow(app: App, root: HTMLElement): void {
  warmUpMap();
  createRoot(root).render(
    <StrictMode>
      <AppProvider value={app}>
        <Standing app={app} />
        <AppWindow />
      </AppProvider>
    </StrictMode>,
  );
}

function Standing({ app }: { app: App }) {
  // After the effects of all parts, which say themselves what they still wait for.
  useEffect(() => {
    const turn = requestAnimationFrame(() => setPending(app, "window", false));
    return () => cancelAnimationFrame(turn);
  }, [app]);
  return null;
}
