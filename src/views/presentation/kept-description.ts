import { useMemo } from "react";
import { mapMeasure } from "../../commands/map-measure.ts";
import type { KeptView } from "../../domain/kept-view.ts";
import { localized } from "../../domain/localized.ts";
import { kindList } from "../../i18n/kind-list.ts";
import { presentationTexts } from "../../i18n/presentation-texts.ts";
import { shellTexts } from "../../i18n/shell-texts.ts";
import { versorgungTexts } from "../../i18n/versorgung-texts.ts";
import { readAddress } from "../../state/address.ts";
import { useAppState, useFormats, useLanguage } from "../app-context.tsx";

/** What a kept view shows, in words: view, measure, places, reach, detail. */
export function useKeptDescription(kept: KeptView): string {
  const language = useLanguage();
  const formats = useFormats();
  const map = useAppState((state) => state.document.map);
  const kinds = useAppState((state) => state.document.supply?.kinds);
  const indicators = useAppState((state) => state.document.records?.indicators);
  return useMemo(() => {
    const texts = presentationTexts[language].describe;
    const { view } = readAddress(kept.address);
    const parts: (string | undefined)[] = [shellTexts[language].views[view.view]];
    const level = map?.levels.find((candidate) => candidate.id === view.level) ?? map?.levels[0];
    if (view.view === "versorgung") {
      parts.push(
        mapMeasure(view, language) ?? versorgungTexts[language].metrics.status,
        view.kind &&
          kindList(
            view.kind.map((id) => kinds?.find((kind) => kind.id === id) ?? { plural: localized(id) }),
            language,
          ),
        texts.reach(formats.metres(view.reach)),
        view.cells ? texts.cells : undefined,
      );
    }
    if (view.view === "vergleich") {
      const title = indicators?.find((indicator) => indicator.id === view.indicator)?.title[language];
      parts.push(
        title && texts.indicator(title),
        view.period && formats.period(view.period),
        view.compare.length > 0 ? texts.compared(formats.count(view.compare.length)) : undefined,
      );
    }
    if (view.view === "ziele") parts.push(texts.goals);
    if (view.view === "versorgung" || view.view === "vergleich") {
      parts.push(
        level && level !== map?.levels[0] ? texts.level(level.title[language]) : undefined,
        level?.sozialraeume.find((area) => area.id === view.sozialraum)?.name,
        view.map ? texts.detail : undefined,
      );
    }
    return parts.filter(Boolean).join(" · ");
  }, [kept, language, formats, map, kinds, indicators]);
}
