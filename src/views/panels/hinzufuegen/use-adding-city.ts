import { useMemo } from "react";
import { cityBeside } from "../../../commands/city-beside.ts";
import { cityForData } from "../../../commands/city-for-data.ts";
import type { CityForData } from "../../../domain/data-draft.ts";
import { useApp, useAppState } from "../../app-context.tsx";

/** The city that the files are added to, as it is without them. */
export function useAddingCity(): CityForData {
  const app = useApp();
  const document = useAppState((state) => state.document);
  const language = useAppState((state) => state.view.lang);
  const isNewCity = useAppState((state) => state.transient.adding?.isNewCity ?? false);
  return useMemo(
    () =>
      cityForData(
        { ...app.store.getState(), document, view: { ...app.store.getState().view, lang: language } },
        isNewCity,
      ),
    [app, document, language, isNewCity],
  );
}

/** The same with the Sozialräume that files beside this one would bring. */
export function useCityBeside(id: number): CityForData {
  const app = useApp();
  const document = useAppState((state) => state.document);
  const language = useAppState((state) => state.view.lang);
  const adding = useAppState((state) => state.transient.adding);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it reads the state, of which these are the parts that matter.
  return useMemo(() => cityBeside(app, id), [app, id, document, language, adding]);
}
