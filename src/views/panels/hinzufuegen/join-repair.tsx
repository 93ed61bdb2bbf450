import { X } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { changeKeys } from "../../../commands/add-data.ts";
import type { CityForData } from "../../../domain/data-draft.ts";
import { joiningTexts } from "../../../i18n/joining-texts.ts";
import type { AddingFile } from "../../../state/app-state.ts";
import { useApp, useFormats, useLanguage } from "../../app-context.tsx";
import { Button, IconButton } from "../../controls/button.tsx";
import { AreaPick } from "./area-pick.tsx";
import { areaTitle } from "./clue-sentence.ts";
import styles from "./editors.module.css";

const PAGE = 20;

/** What the file names and fits no Sozialraum, a page of them at a time, each with what it could mean; and what was joined by hand. */
export function JoinRepair({ file, city }: { readonly file: AddingFile; readonly city: CityForData }) {
  const app = useApp();
  const language = useLanguage();
  const texts = joiningTexts[language];
  const formats = useFormats();
  const [from, setFrom] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const join = file.preview?.join;
  const keys = file.draft?.anlaufpunkt;
  const areas = useMemo(
    () =>
      city.levels.filter(({ level }) => keys?.level === undefined || level === keys.level).flatMap((one) => one.areas),
    [city, keys?.level],
  );
  if (!join || !keys) return null;
  const matches = Object.entries(keys.sozialraumMatches ?? {});
  const put = (entries: readonly (readonly [string, string])[]) =>
    changeKeys(
      app,
      file.id,
      { sozialraumMatches: entries.length > 0 ? Object.fromEntries(entries) : undefined },
      "areas",
    );
  // What was just joined waits for the preview, but not in this list.
  const joined = new Set(matches.map(([raw]) => raw));
  const open = join.unmatched.filter(({ raw }) => !joined.has(raw));
  const count = join.unmatchedCount - (join.unmatched.length - open.length);
  const first = Math.min(from, Math.max(0, Math.floor((open.length - 1) / PAGE) * PAGE));
  const shown = open.slice(first, first + PAGE);
  const match = (raw: string, id: string, at: number) => {
    const next = (shown[at + 1] ?? shown[at - 1])?.raw;
    put([...matches.filter(([other]) => other !== raw), [raw, id]]);
    // By keyboard one goes on with the next entry, once the list that was open has given its focus back.
    setTimeout(() => {
      const row = [...(list.current?.children ?? [])].find((each) => each.getAttribute("data-raw") === next);
      row?.querySelector<HTMLElement>("select, button")?.focus();
    }, 50);
  };
  return (
    <>
      <p className={styles.quiet}>
        {texts.joined(formats.count(join.matched), formats.count(join.matched + join.unmatchedCount))}
        {join.withoutRow.length > 0
          ? `. ${texts.withoutRow(formats.count(join.withoutRow.length), join.withoutRow.length === 1)}`
          : ""}
      </p>
      {open.length > 0 ? (
        <div className={styles.part}>
          <h3>{texts.unmatchedTitle(formats.count(count), count === 1)}</h3>
          <p>{texts.unmatchedHint}</p>
          <ul className={styles.rows} ref={list}>
            {shown.map(({ raw, rows, candidates }, at) => (
              <li key={raw} data-raw={raw}>
                <span>
                  {raw} <span className={styles.quiet}>{texts.areaRows(formats.count(rows), rows === 1)}</span>
                </span>
                <AreaPick raw={raw} candidates={candidates} areas={areas} onChoose={(id) => match(raw, id, at)} />
              </li>
            ))}
          </ul>
          {open.length > PAGE ? (
            <p className={styles.pages}>
              {first > 0 ? (
                <Button look="link" onPress={() => setFrom(first - PAGE)}>
                  {texts.pageBefore}
                </Button>
              ) : null}
              <span className={styles.quiet}>
                {texts.page(formats.count(first + 1), formats.count(first + shown.length), formats.count(count))}
              </span>
              {first + PAGE < open.length ? (
                <Button look="link" onPress={() => setFrom(first + PAGE)}>
                  {texts.pageAfter}
                </Button>
              ) : null}
            </p>
          ) : null}
        </div>
      ) : null}
      {matches.length > 0 ? (
        <div className={styles.part}>
          <h3>{texts.repairedTitle(formats.count(matches.length))}</h3>
          <ul className={styles.matches}>
            {matches.map(([raw, id]) => (
              <li key={raw} className={styles.line}>
                <span>{`${texts.belongsTo(raw)} ${areaTitle(id, city, language)}`}</span>
                <IconButton
                  label={`${texts.undoMatch}: ${raw}`}
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
