import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { App } from "../commands/app.ts";
import type { Language } from "../domain/localized.ts";
import { type Formats, formatsFor } from "../i18n/formats.ts";
import type { AppState } from "../state/app-state.ts";

const AppContext = createContext<App | undefined>(undefined);

export const AppProvider = AppContext.Provider;

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("no app above this component");
  return app;
}

export function useAppState<T>(select: (state: AppState) => T): T {
  return useStore(useApp().store, select);
}

export function useLanguage(): Language {
  return useAppState((state) => state.view.lang);
}

export function useFormats(): Formats {
  return formatsFor(useLanguage());
}
