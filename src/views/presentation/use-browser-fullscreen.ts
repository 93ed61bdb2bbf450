import { useEffect } from "react";
import { leavePresent } from "../../commands/present.ts";
import { useApp, useAppState } from "../app-context.tsx";

/**
 * Takes the browser's full screen along where a key or a button allows it; a link that opens on a slide just fills the window. Who
 * leaves the browser's full screen leaves the slide, too.
 */
export function useBrowserFullscreen(): void {
  const app = useApp();
  const present = useAppState((state) => state.view.present);

  useEffect(() => {
    if (!present) {
      if (document.fullscreenElement) void document.exitFullscreen().catch(ignore);
      return;
    }
    if (!document.fullscreenElement && navigator.userActivation?.isActive) {
      void document.documentElement.requestFullscreen?.().catch(ignore);
    }
    const change = () => {
      if (!document.fullscreenElement) leavePresent(app);
    };
    document.addEventListener("fullscreenchange", change);
    return () => document.removeEventListener("fullscreenchange", change);
  }, [app, present]);
}

// A browser that refuses shows the slide in its window, which is all that is lost.
const ignore = () => {};
