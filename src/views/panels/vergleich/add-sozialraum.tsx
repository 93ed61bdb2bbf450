import { Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { addCompared } from "../../../commands/compare-sozialraum.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import { indicatorRows } from "../../../state/selectors/indicator-rows.ts";
import { useApp, useAppState, useLanguage } from "../../app-context.tsx";
import styles from "./add-sozialraum.module.css";
import { matchingRows } from "./matching-rows.ts";

/** Finds a Sozialraum by name or id and puts it beside the others; after that it is empty and ready for the next. */
export function AddSozialraum() {
  const compare = useAppState((state) => state.view.compare);
  const hasAdded = useRef(false);
  return (
    <SozialraumBox
      // A fresh box with a closed list for each choice; who has just chosen here goes on typing here.
      key={compare.join()}
      takesFocus={hasAdded.current}
      onAdded={() => {
        hasAdded.current = true;
      }}
    />
  );
}

function SozialraumBox({ takesFocus, onAdded }: { takesFocus: boolean; onAdded: () => void }) {
  const app = useApp();
  const texts = vergleichTexts[useLanguage()];
  const rows = useAppState(indicatorRows);
  const compare = useAppState((state) => state.view.compare);
  const [typed, setTyped] = useState("");
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) input.current?.focus();
  }, [takesFocus]);
  const found = matchingRows(rows ?? [], typed, compare);
  return (
    <ComboBox
      className={styles.box ?? ""}
      aria-label={texts.add}
      inputValue={typed}
      onInputChange={setTyped}
      selectedKey={null}
      onSelectionChange={(key) => {
        if (key === null) return;
        onAdded();
        addCompared(app, String(key));
      }}
      items={found}
      allowsEmptyCollection
    >
      <div className={styles.field}>
        <Plus size={16} aria-hidden />
        <Input ref={input} className={styles.input ?? ""} placeholder={texts.add} />
        <Button className="visually-hidden">{texts.add}</Button>
      </div>
      <Popover className={styles.popover ?? ""}>
        <ListBox
          className={styles.list ?? ""}
          renderEmptyState={() => <p className={styles.nothing}>{texts.addNone}</p>}
        >
          {(row: (typeof found)[number]) => (
            <ListBoxItem id={row.id} textValue={row.name} className={styles.item ?? ""}>
              <span>{row.name}</span>
              <span className={styles.detail}>{[row.parentName, row.id].filter(Boolean).join(" · ")}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
