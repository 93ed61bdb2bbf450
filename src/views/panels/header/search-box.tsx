import { Search } from "lucide-react";
import { showAnlaufpunkt, showSozialraum } from "../../../commands/show-on-map.ts";
import { shellTexts } from "../../../i18n/shell-texts.ts";
import { searchMatches } from "../../../state/selectors/search-matches.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import { SeekBox } from "../../controls/seek-box.tsx";
import styles from "./search-box.module.css";

/** Finds areas and places of the open package; nothing is asked elsewhere. */
export function SearchBox() {
  const app = useApp();
  const texts = shellTexts[useLanguage()];
  // The list shows what was found for the text that stood in the field when it was drawn.
  const found = (text: string) => searchMatches(app.store.getState(), text);
  return (
    <div className={styles.search}>
      <SeekBox
        label={texts.search}
        nothing={texts.searchNothing}
        icon={<Search size={16} aria-hidden />}
        find={(text) => found(text).map(({ key, title, detail }) => ({ id: key, label: title, detail }))}
        onChoose={(key, text) => {
          const match = found(text).find((one) => one.key === key);
          if (match?.type === "sozialraum") showSozialraum(app, match.id, { level: match.level });
          else if (match) showAnlaufpunkt(app, match.id);
        }}
        placement="bottom end"
      />
    </div>
  );
}
