import { useMemo } from "react";
import { distanceTexts } from "../../../i18n/distance-texts.ts";
import { useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { limitWords } from "./limit-words.ts";

/** The limits of the bands of the view in words, from near to far. */
export function useLimitWords(isShort = false): readonly string[] {
  const language = useLanguage();
  const formats = useFormats();
  const bands = useAppState((state) => state.view.bands);
  const speed = useAppState((state) => state.view.speed);
  return useMemo(
    () => limitWords({ bands, speed }, distanceTexts[language], formats, isShort),
    [bands, speed, language, formats, isShort],
  );
}
