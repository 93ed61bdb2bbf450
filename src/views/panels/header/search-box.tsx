import { Search } from "lucide-react";
import { useState } from "react";
import { ComboBox, Group, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { showAnlaufpunkt, showSozialraum } from "../../../commands/show-on-map.ts";
import { shellTexts } from "../../../i18n/shell-texts.ts";
import { type SearchMatch, searchMatches } from "../../../state/selectors/search-matches.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import styles from "./search-box.module.css";

/** Finds areas and places of the open package; nothing is asked elsewhere. */
export function SearchBox() {
  const app = useApp();
  const texts = shellTexts[useLanguage()];
  const [text, setText] = useState("");
  const matches = text.trim() === "" ? [] : searchMatches(app.store.getState(), text);

  const choose = (match: SearchMatch | undefined) => {
    // Escape and leaving the field choose nothing, and are done with the text all the same.
    setText("");
    if (!match) return;
    if (match.type === "sozialraum") showSozialraum(app, match.id, { level: match.level });
    else showAnlaufpunkt(app, match.id);
  };

  return (
    <ComboBox
      className={styles.search ?? ""}
      inputValue={text}
      onInputChange={setText}
      items={matches}
      value={null}
      onChange={(key) => choose(matches.find((match) => match.key === key))}
      defaultFilter={() => true}
      // An empty list says „nothing found“; without a text there is nothing to say, and nothing stays open.
      allowsEmptyCollection={text.trim() !== ""}
      menuTrigger="input"
    >
      <Label className="visually-hidden">{texts.search}</Label>
      <Group className={styles.group ?? ""}>
        <Search size={16} aria-hidden />
        <Input className={styles.input ?? ""} placeholder={texts.search} />
      </Group>
      <Popover className={styles.popover ?? ""} placement="bottom end">
        <ListBox<SearchMatch>
          className={styles.list ?? ""}
          renderEmptyState={() => (text.trim() === "" ? null : <p className={styles.empty}>{texts.searchNothing}</p>)}
        >
          {(match) => (
            <ListBoxItem id={match.key} textValue={match.title} className={styles.item ?? ""}>
              <span>{match.title}</span>
              <span className={styles.detail}>{match.detail}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
