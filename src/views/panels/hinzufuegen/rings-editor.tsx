import { useState } from "react";
import { changeKeys } from "../../../commands/add-data.ts";
import { placingTexts } from "../../../i18n/placing-texts.ts";
import { isCut } from "../../../state/selectors/adding-questions.ts";
import { useApp, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import type { EditorProps } from "./editor-props.ts";
import styles from "./editors.module.css";

const FIRST = 8;
/** Square metres: what is less is rounded away. */
const LEAST = 0.05;

/** Boundaries that cross or touch themselves: cut, with what that changes in each area, or left as the file has them. */
export function RingsEditor({ file }: EditorProps) {
  const app = useApp();
  const formats = useFormats();
  const texts = placingTexts[useLanguage()];
  const [isAll, setAll] = useState(false);
  const keys = file.draft?.anlaufpunkt;
  const rings = file.preview?.rings ?? [];
  if (!keys) return null;
  const cut = isCut(keys);
  const change = (isCutNow: boolean) => {
    const others = (keys.repairs ?? []).filter(({ repair }) => repair !== "make-valid");
    const repairs = isCutNow ? [...others, { repair: "make-valid" as const }] : others;
    changeKeys(app, file.id, { repairs: repairs.length > 0 ? repairs : undefined }, "rings");
  };
  const isKept = !cut && (file.answered.includes("rings") || file.replaces !== undefined);
  return (
    <>
      <fieldset className={styles.choices}>
        <legend>{texts.ringsHint}</legend>
        {([true, false] as const).map((isCutting) => (
          <label key={String(isCutting)} className={styles.choice}>
            <input
              type="radio"
              name={`rings-${file.id}`}
              checked={isCutting ? cut : isKept}
              onChange={() => change(isCutting)}
            />
            <span>{isCutting ? texts.ringsCut : texts.ringsKeep}</span>
            <span className={styles.quiet}>{isCutting ? texts.ringsCutHint : texts.ringsKeepHint}</span>
          </label>
        ))}
      </fieldset>
      <div className={styles.part}>
        <h3>{texts.ringsChange}</h3>
        <ul className={styles.changes}>
          {rings.slice(0, isAll ? undefined : FIRST).map(({ line, squareMetres, percent }) => (
            <li key={line}>
              <span>{nameIn(file, line) ?? texts.ringsLine(formats.count(line))}</span>
              <span>
                {Math.abs(squareMetres) < LEAST
                  ? texts.ringsSame
                  : texts.ringsBy(formats.decimal(squareMetres, 1), formats.decimal(percent, 4))}
              </span>
            </li>
          ))}
        </ul>
        {rings.length > FIRST && !isAll ? (
          <Button look="link" onPress={() => setAll(true)}>
            {texts.ringsMore(formats.count(rings.length - FIRST))}
          </Button>
        ) : null}
      </div>
    </>
  );
}

/** What the area is called, where its line is among those that are shown. */
function nameIn({ preview, draft }: EditorProps["file"], line: number): string | undefined {
  const at = preview?.lines.indexOf(line) ?? -1;
  const name = draft?.anlaufpunkt.columns?.name ?? draft?.anlaufpunkt.columns?.id ?? "name";
  const column = preview?.columns.findIndex((each) => each.name === name) ?? -1;
  return preview?.rows[at]?.[column] || undefined;
}
