import { Search, X } from "lucide-react";
import { useState } from "react";
import { changeKeys } from "../../../commands/add-data.ts";
import type { CityForData } from "../../../domain/data-draft.ts";
import { WHOLE_CITY } from "../../../domain/indicator.ts";
import { joiningTexts } from "../../../i18n/joining-texts.ts";
import { previewTexts } from "../../../i18n/preview-texts.ts";
import type { AddingFile } from "../../../state/app-state.ts";
import { useApp, useFormats, useLanguage } from "../../app-context.tsx";
import { Button, IconButton } from "../../controls/button.tsx";
import { SeekBox } from "../../controls/seek-box.tsx";
import { areaTitle } from "./clue-sentence.ts";
import styles from "./editors.module.css";

const FIRST = 20;
const FOUND = 30;
const SEEK = "\u0000seek";

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What the file names and fits no Sozialraum, each with the likeliest, all others by search, none, or the whole city. */
export function JoinRepair({ file, city }: { readonly file: AddingFile; readonly city: CityForData }) {
  const app = useApp();
  const language = useLanguage();
  const joiningWords = joiningTexts[language];
  const previewWords = previewTexts[language];
  const formats = useFormats();
  const [isAll, setAll] = useState(false);
  const [seeking, setSeeking] = useState<string>();
  const join = file.preview?.join;
  const keys = file.draft?.anlaufpunkt;
  if (!join || !keys) return null;
  const matches = Object.entries(keys.sozialraumMatches ?? {});
  const put = (entries: readonly (readonly [string, string])[]) =>
    changeKeys(app, file.id, { sozialraumMatches: entries.length > 0 ? Object.fromEntries(entries) : undefined });
  const match = (raw: string, id: string) => {
    setSeeking(undefined);
    put([...matches.filter(([other]) => other !== raw), [raw, id]]);
  };
  const levels = city.levels.filter(({ level }) => keys.level === undefined || level === keys.level);
  const areas = levels.flatMap((level) => level.areas);
  const shown = isAll ? join.unmatched : join.unmatched.slice(0, FIRST);
  return (
    <>
      <p className={styles.quiet}>
        {joiningWords.joined(formats.count(join.matched), formats.count(join.matched + join.unmatched.length))}
        {join.withoutRow.length > 0
          ? `. ${joiningWords.withoutRow(formats.count(join.withoutRow.length), join.withoutRow.length === 1)}`
          : ""}
      </p>
      {join.unmatched.length > 0 ? (
        <div className={styles.part}>
          <h3>{joiningWords.unmatchedTitle(formats.count(join.unmatched.length), join.unmatched.length === 1)}</h3>
          <p>{joiningWords.unmatchedHint}</p>
          <ul className={styles.rows}>
            {shown.map(({ raw, rows, candidates }) => (
              <li key={raw}>
                <span>
                  {raw} <span className={styles.quiet}>{joiningWords.areaRows(formats.count(rows), rows === 1)}</span>
                </span>
                {seeking === raw ? (
                  <SeekBox
                    label={joiningWords.seekArea}
                    nothing={joiningWords.seekNothing}
                    icon={<Search size={16} aria-hidden />}
                    takesFocus
                    opens
                    find={(text) =>
                      areas
                        .filter(({ id, name }) => folded(`${name} ${id}`).includes(folded(text)))
                        .slice(0, FOUND)
                        .map(({ id, name }) => ({ id, label: name, detail: id }))
                    }
                    onChoose={(id) => match(raw, id)}
                  />
                ) : (
                  <select
                    className={styles.select}
                    aria-label={joiningWords.belongsTo(raw)}
                    value=""
                    onChange={({ target }) =>
                      target.value === SEEK ? setSeeking(raw) : match(raw, target.value === "none" ? "" : target.value)
                    }
                  >
                    <option value="">{joiningWords.notYet}</option>
                    {candidates.length > 0 ? (
                      <optgroup label={joiningWords.meantProbably}>
                        {candidates.map(({ id, name }) => (
                          <option key={id} value={id}>
                            {name}
                          </option>
                        ))}
                      </optgroup>
                    ) : null}
                    <option value={SEEK}>{joiningWords.seekArea} …</option>
                    <option value={WHOLE_CITY}>{joiningWords.wholeCity}</option>
                    <option value="none">{joiningWords.noArea}</option>
                  </select>
                )}
              </li>
            ))}
          </ul>
          {shown.length < join.unmatched.length ? (
            <Button look="link" onPress={() => setAll(true)}>
              {previewWords.moreIssues(formats.count(join.unmatched.length - shown.length))}
            </Button>
          ) : null}
        </div>
      ) : null}
      {matches.length > 0 ? (
        <div className={styles.part}>
          <h3>{joiningWords.repairedTitle(formats.count(matches.length))}</h3>
          <ul>
            {matches.map(([raw, id]) => (
              <li key={raw} className={styles.line}>
                <span>{`${joiningWords.belongsTo(raw)} ${areaTitle(id, city, language)}`}</span>
                <IconButton
                  label={`${joiningWords.undoMatch}: ${raw}`}
                  onPress={() => put(matches.filter(([other]) => other !== raw))}
                >
                  <X size={16} aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
