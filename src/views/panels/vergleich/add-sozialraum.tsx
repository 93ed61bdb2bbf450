import { Plus } from "lucide-react";
import { useRef } from "react";
import { addCompared } from "../../../commands/compare-sozialraum.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import { indicatorRows } from "../../../state/selectors/indicator-rows.ts";
import { useApp, useAppState, useLanguage } from "../../app-context.tsx";
import { SeekBox } from "../../controls/seek-box.tsx";
import { matchingRows } from "./matching-rows.ts";

/** Finds a Sozialraum by name or id and puts it beside the others; after that it is empty and ready for the next. */
export function AddSozialraum() {
  const app = useApp();
  const texts = vergleichTexts[useLanguage()];
  const rows = useAppState(indicatorRows);
  const compare = useAppState((state) => state.view.compare);
  const hasAdded = useRef(false);
  return (
    <SeekBox
      // A fresh box with a closed list for each choice; who has just chosen here goes on typing here.
      key={compare.join()}
      label={texts.add}
      nothing={texts.addNone}
      icon={<Plus size={16} aria-hidden />}
      opens
      takesFocus={hasAdded.current}
      find={(text) =>
        matchingRows(rows ?? [], text, compare).map(({ id, name, parentName }) => ({
          id,
          label: name,
          detail: [parentName, id].filter(Boolean).join(" · "),
        }))
      }
      onChoose={(id) => {
        hasAdded.current = true;
        addCompared(app, id);
      }}
    />
  );
}
