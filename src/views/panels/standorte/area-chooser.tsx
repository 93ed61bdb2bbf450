import { Plus, Search, X } from "lucide-react";
import { changeView } from "../../../commands/change-view.ts";
import { sitingQuestionTexts } from "../../../i18n/siting-question-texts.ts";
import { activeLevel, sozialraumIndex } from "../../../state/selectors/active-level.ts";
import { useApp, useAppState, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { SeekBox } from "../../controls/seek-box.tsx";
import styles from "./area-chooser.module.css";

const FOUND_AT_MOST = 30;

/** Some Sozialräume: found by name, or the one that is chosen on the map. */
export function AreaChooser({ name, label }: { readonly name: "within" | "without"; readonly label: string }) {
  const app = useApp();
  const texts = sitingQuestionTexts[useLanguage()];
  const level = useAppState(activeLevel);
  const chosen = useAppState((state) => state.view[name]) ?? NONE;
  const onMap = useAppState((state) => state.view.sozialraum);
  if (!level) return null;
  const nameOf = (id: string) => level.sozialraeume[sozialraumIndex(level, id) ?? -1]?.name ?? id;
  const put = (ids: readonly string[]) => changeView(app, { [name]: ids.length > 0 ? ids : undefined });
  return (
    <fieldset className={styles.areas}>
      <legend className={styles.label}>{label}</legend>
      {chosen.length > 0 ? (
        <ul className={styles.list}>
          {chosen.map((id) => (
            <li key={id}>
              <span>{nameOf(id)}</span>
              <button
                type="button"
                className={styles.remove}
                aria-label={texts.removeArea(nameOf(id))}
                onClick={() => put(chosen.filter((other) => other !== id))}
              >
                <X size={14} aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {onMap !== undefined && !chosen.includes(onMap) ? (
        <Button icon={<Plus size={16} aria-hidden />} onPress={() => put([...chosen, onMap])}>
          {texts.addChosen(nameOf(onMap))}
        </Button>
      ) : null}
      <SeekBox
        label={texts.addArea}
        nothing={texts.noSuchArea}
        icon={<Search size={16} aria-hidden />}
        opens
        find={(text) => {
          const wanted = text.trim().toLowerCase();
          return level.sozialraeume
            .filter((area) => !chosen.includes(area.id) && area.name.toLowerCase().includes(wanted))
            .slice(0, FOUND_AT_MOST)
            .map((area) => ({ id: area.id, label: area.name, detail: area.id }));
        }}
        onChoose={(id) => put([...chosen, id])}
      />
    </fieldset>
  );
}

const NONE: readonly string[] = [];
