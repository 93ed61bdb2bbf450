import { useState } from "react";
import { changeKeys } from "../../../commands/add-data.ts";
import { KNOWN_KINDS } from "../../../domain/anlaufpunkt.ts";
import type { DraftKeys, DraftText } from "../../../domain/data-draft.ts";
import { idOfTitle } from "../../../domain/id-of-title.ts";
import { contentTexts } from "../../../i18n/content-texts.ts";
import { joiningTexts } from "../../../i18n/joining-texts.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Choice } from "../../controls/choice.tsx";
import { TextEntry } from "../../controls/text-entry.tsx";
import { kindTitle } from "./clue-sentence.ts";
import { ColumnSelect } from "./column-select.tsx";
import type { EditorProps } from "./editor-props.ts";
import styles from "./editors.module.css";

const OWN = "\u0000own";

/** The kind of the places: one for all, or by a column whose texts mean kinds. */
export function KindEditor({ file }: EditorProps) {
  const app = useApp();
  const language = useLanguage();
  const joiningWords = joiningTexts[language];
  const contentWords = contentTexts[language];
  const formats = useFormats();
  const cityKinds = useAppState((state) => state.document.supply?.kinds);
  const keys = file.draft?.anlaufpunkt;
  const [way, setWay] = useState<"all" | "column">(
    keys?.kind === undefined && keys?.columns?.kind !== undefined ? "column" : "all",
  );
  const [isOwn, setOwn] = useState(false);
  if (!keys) return null;
  const own = keys.kinds ?? {};
  const ids = [
    ...new Set([...Object.keys(KNOWN_KINDS), ...(cityKinds ?? []).map(({ id }) => id), ...Object.keys(own)]),
  ];
  const title = (id: string) =>
    cityKinds?.find((kind) => kind.id === id)?.title[language] ?? kindTitle(id, own, language);
  const change = (next: Partial<DraftKeys>) => changeKeys(app, file.id, next, "kind");
  const withKind = (id: string, name: string): Readonly<Record<string, DraftText>> =>
    Object.hasOwn(KNOWN_KINDS, id) ? own : { ...own, [id]: name };
  const meant = (keys.values?.kind ?? {}) as Readonly<Record<string, string>>;
  return (
    <>
      <Choice
        label={contentWords.kindWay}
        value={way}
        options={[
          { id: "all", label: contentWords.kindWays.all },
          { id: "column", label: contentWords.kindWays.column },
        ]}
        onChange={setWay}
      />
      {way === "all" ? (
        <>
          <label className={styles.field}>
            <span>{contentWords.kindAll}</span>
            <select
              className={styles.select}
              value={isOwn ? OWN : (keys.kind ?? "")}
              onChange={({ target }) => {
                setOwn(target.value === OWN);
                if (target.value !== OWN) change({ kind: target.value });
              }}
            >
              {keys.kind === undefined ? <option value="">{contentWords.kindNone}</option> : null}
              {ids.map((id) => (
                <option key={id} value={id}>
                  {title(id)}
                </option>
              ))}
              <option value={OWN}>{contentWords.kindOwnOther}</option>
            </select>
          </label>
          {isOwn ? (
            <TextEntry
              label={contentWords.kindOwnEntry}
              value=""
              onChange={(name) => {
                const id = idOfTitle(name);
                setOwn(false);
                change({ kind: id, kinds: withKind(id, name.trim()) });
              }}
            />
          ) : null}
        </>
      ) : (
        <>
          <ColumnSelect
            file={file}
            ours="kind"
            label={contentWords.kindColumn}
            onChange={(column) => {
              const { kind: _, ...columns } = keys.columns ?? {};
              change({ kind: undefined, columns: column === undefined ? columns : { ...columns, kind: column } });
            }}
          />
          {keys.kind === undefined && keys.columns?.kind !== undefined ? (
            <div className={styles.part}>
              <h3>{contentWords.kindMap}</h3>
              <ul className={styles.rows}>
                {(file.preview?.kinds ?? []).map(({ raw, rows }) => {
                  const id = idOfTitle(raw);
                  const now = Object.hasOwn(meant, raw) ? (meant[raw] ?? raw) : raw;
                  return (
                    <li key={raw}>
                      <span>
                        {raw}{" "}
                        <span className={styles.quiet}>{joiningWords.areaRows(formats.count(rows), rows === 1)}</span>
                      </span>
                      <select
                        className={styles.select}
                        aria-label={contentWords.kindOf(raw)}
                        value={ids.includes(now) ? now : id}
                        onChange={({ target }) => {
                          const entries = Object.entries(meant).filter(([other]) => other !== raw);
                          const kinds = target.value === id ? withKind(id, raw) : own;
                          change({
                            values: { ...keys.values, kind: Object.fromEntries([...entries, [raw, target.value]]) },
                            kinds,
                          });
                        }}
                      >
                        {ids
                          .filter((one) => one !== id || Object.hasOwn(KNOWN_KINDS, one))
                          .map((one) => (
                            <option key={one} value={one}>
                              {title(one)}
                            </option>
                          ))}
                        {Object.hasOwn(KNOWN_KINDS, id) ? null : (
                          <option value={id}>{contentWords.kindOwn(raw)}</option>
                        )}
                      </select>
                    </li>
                  );
                })}
              </ul>
            </div>
          ) : null}
        </>
      )}
    </>
  );
}
