import { Search } from "lucide-react";
import { useState } from "react";
import { showAnlaufpunkt, showPoint, showSozialraum } from "../../../commands/show-on-map.ts";
import { addressTexts } from "../../../i18n/address-texts.ts";
import { shellTexts } from "../../../i18n/shell-texts.ts";
import { searchMatches } from "../../../state/selectors/search-matches.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import { SeekBox } from "../../controls/seek-box.tsx";
import { useBooksOfCity, useFoundAddresses } from "../../controls/use-found-addresses.ts";
import styles from "./search-box.module.css";

/** Finds areas and places of the open package; nothing is asked elsewhere. */
export function SearchBox() {
  const app = useApp();
  const language = useLanguage();
  const texts = shellTexts[language];
  // The list shows what was found for the text that stood in the field when it was drawn.
  const found = (text: string) => searchMatches(app.store.getState(), text);
  const [typed, setTyped] = useState("");
  const books = useBooksOfCity();
  const { section, state, chosen } = useFoundAddresses(typed, books);
  const hint =
    !books && /\p{L}.*\d/u.test(typed) ? `${texts.searchNothing} ${addressTexts[language].wouldHelp}` : undefined;
  return (
    <div className={styles.search}>
      <SeekBox
        label={texts.search}
        nothing={state ?? hint ?? texts.searchNothing}
        icon={<Search size={16} aria-hidden />}
        find={(text) => found(text).map(({ key, title, detail }) => ({ id: key, label: title, detail }))}
        later={section}
        onText={setTyped}
        onChoose={(key, text) => {
          const address = chosen(key);
          if (address && "goOn" in address) return address.goOn;
          if (address) return showPoint(app, { ...address.address, title: address.address.address });
          const match = found(text).find((one) => one.key === key);
          if (match?.type === "sozialraum") showSozialraum(app, match.id, { level: match.level });
          else if (match) showAnlaufpunkt(app, match.id);
        }}
        placement="bottom end"
      />
    </div>
  );
}
