import { shellTexts } from "../../i18n/shell-texts.ts";
import { useAppState, useFormats, useLanguage } from "../app-context.tsx";

/** What is being read while something waits for it, and how far that is; `otherwise` where nothing is being read. */
export function ReadingNote({ otherwise }: { otherwise: string }) {
  const reading = useAppState((state) => state.transient.reading);
  const texts = shellTexts[useLanguage()];
  const formats = useFormats();
  if (!reading) return otherwise;
  const rows = formats.count(reading.rows);
  return (
    <span>
      {texts[reading.step](texts.reading[reading.role])}
      {/* Numbers that run are for the eye: read aloud they would drown everything else. */}
      {reading.rows > 0 ? (
        <span aria-hidden="true" style={{ fontVariantNumeric: "tabular-nums" }}>
          {` ${reading.of === undefined ? rows : texts.rowsOf(rows, formats.count(reading.of))}`}
        </span>
      ) : null}
    </span>
  );
}
