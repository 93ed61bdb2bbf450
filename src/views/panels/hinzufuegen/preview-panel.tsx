import { useState } from "react";
import { chooseCity } from "../../../commands/add-data.ts";
import type { ClueKey } from "../../../domain/data-draft.ts";
import type { Issue, IssueSeverity } from "../../../domain/issue.ts";
import { areaColumnOf } from "../../../domain/role-columns.ts";
import { addingTexts } from "../../../i18n/adding-texts.ts";
import { datenTexts } from "../../../i18n/daten-texts.ts";
import { previewTexts } from "../../../i18n/preview-texts.ts";
import type { AddingFile } from "../../../state/app-state.ts";
import { openQuestions } from "../../../state/selectors/adding-questions.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { issueSentence } from "./issue-sentence.ts";
import { PlaceSketch } from "./place-sketch.tsx";
import styles from "./preview-panel.module.css";
import { PreviewTable } from "./preview-table.tsx";
import { useCityBeside } from "./use-adding-city.ts";

const ORDER: readonly IssueSeverity[] = ["error", "warning", "notice"];
const FIRST = 6;
const FIRST_OTHERS = 3;
/** With less of it inside the data belong to another city. */
const ELSEWHERE = 0.05;

interface PreviewPanelProps {
  readonly file: AddingFile;
  readonly isNewCity: boolean;
  /** Leads to where something is said of the file. */
  readonly onSeek: (key: ClueKey) => void;
}

/** What would be taken: how many rows, what is said of the others, where it lies, and the rows themselves. */
export function PreviewPanel({ file, isNewCity, onSeek }: PreviewPanelProps) {
  const app = useApp();
  const language = useLanguage();
  const texts = addingTexts[language];
  const previewWords = previewTexts[language];
  const formats = useFormats();
  const city = useAppState((state) => state.document.map?.info.title ?? "");
  const [reveal, setReveal] = useState<{ readonly key: string }>();
  const { preview, inspection } = file;
  const join = preview?.join;
  const keys = file.draft?.anlaufpunkt;
  const named = keys?.columns?.[areaColumnOf(keys.role) ?? ""];
  // What is joined in the list of its own is not told row by row.
  const told = (preview?.issues ?? []).filter(({ code, column }) => !join || code !== "id-unknown" || column !== named);
  const open = openQuestions(file, useCityBeside(file.id));
  const issues = [...(inspection?.issues ?? []), ...told].filter((issue) => {
    const asked = questionOf(issue, file);
    return asked === undefined || !open.includes(asked);
  });
  if (file.state === "inspecting") return <p className={styles.waiting}>{texts.looking}</p>;
  if (!file.draft || file.state === "failed") {
    return (
      <div className={styles.waiting}>
        <p>{file.state === "failed" ? texts.failed(file.failure ?? "") : texts.unreadable}</p>
        <IssueLines issues={issues} onShow={undefined} />
      </div>
    );
  }
  if (!preview) return <p className={styles.waiting}>{previewWords.following}</p>;
  const isElsewhere = !isNewCity && preview.place?.insideCity !== undefined && preview.place.insideCity < ELSEWHERE;
  return (
    <div className={styles.panel} aria-busy={file.isPreviewing || undefined}>
      <div className={styles.summary}>
        <div className={styles.words}>
          <p className={styles.kept} role="status">
            {file.isPreviewing ? (
              previewWords.following
            ) : (
              <>
                <strong>{previewWords.kept(formats.count(preview.kept), preview.kept === 1)}</strong>
                {", "}
                {preview.rejected === 0
                  ? previewWords.noneRejected
                  : previewWords.rejected(formats.count(preview.rejected), preview.rejected === 1)}
                .
              </>
            )}
          </p>
          {preview.beginning ? (
            <p>
              {previewWords.beginning(
                formats.count(preview.beginning.rows),
                preview.beginning.isOfKnown ? formats.count(preview.rowCount) : undefined,
              )}
            </p>
          ) : null}
          {isElsewhere ? (
            <p className={styles.elsewhere}>
              {texts.elsewhere(city)}{" "}
              <Button look="link" onPress={() => chooseCity(app, true)}>
                {texts.makeNewCity}
              </Button>
            </p>
          ) : null}
          {join && join.unmatchedCount > 0 ? (
            <p>
              {previewWords.unmatched(formats.count(join.unmatchedCount), join.unmatchedCount === 1)}{" "}
              <Button look="link" onPress={() => onSeek("areas")}>
                {previewWords.match}
              </Button>
            </p>
          ) : null}
          <IssueLines issues={issues} onShow={(row) => setReveal({ key: String(row) })} />
          <OtherLines file={file} />
        </div>
        {preview.place ? <PlaceSketch place={preview.place} isAlone={isNewCity || isElsewhere} /> : null}
      </div>
      <PreviewTable file={file} reveal={reveal} />
    </div>
  );
}

/** What is asked on the left need not be missing on the right as well. */
function questionOf({ code, column, context }: Issue, { preview }: AddingFile): ClueKey | undefined {
  const isDate = preview?.columns.some(({ name, dates }) => dates !== undefined && name === column);
  if (code === "period-invalid" && isDate) return "date";
  if (code !== "column-missing") return undefined;
  switch (context.ours) {
    case "period":
    case "kind":
      return context.ours;
    case "sozialraum":
      return "areas";
    case "indicator":
    case "value":
      return "indicators";
    default:
      return undefined;
  }
}

interface IssueLinesProps {
  readonly issues: readonly Issue[];
  /** Leads to a line of the preview. */
  readonly onShow: ((row: number) => void) | undefined;
}

function IssueLines({ issues, onShow }: IssueLinesProps) {
  const language = useLanguage();
  const texts = previewTexts[language];
  const formats = useFormats();
  const [isAll, setAll] = useState(false);
  if (issues.length === 0) return null;
  // What is said of many columns or rows in the same words is said once, and one of each kind comes before the others of its kind.
  const said = new Map<string, Issue & { readonly rank: number }>();
  const kinds = new Map<string, number>();
  for (const issue of issues) {
    const text = issueSentence(issue, language);
    if (said.has(text)) continue;
    const kind = `${issue.code} ${issue.column}`;
    const rank = kinds.get(kind) ?? 0;
    kinds.set(kind, rank + 1);
    said.set(text, { ...issue, rank });
  }
  const all = [...said].sort(
    ([, a], [, b]) =>
      Number(a.rank > 0) - Number(b.rank > 0) ||
      ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) ||
      a.rank - b.rank,
  );
  const shown = isAll ? all : all.slice(0, FIRST);
  return (
    <>
      <ul className={styles.issues}>
        {shown.map(([text, { row, severity }]) => (
          <li key={text} data-severity={severity}>
            <span className={styles.severity}>{datenTexts[language].severity[severity]}</span> {text}{" "}
            {row !== undefined && onShow ? (
              <Button look="link" onPress={() => onShow(row)}>
                {texts.showLine(formats.count(row))}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {all.length > shown.length ? (
        <Button look="link" onPress={() => setAll(true)}>
          {texts.moreIssues(formats.count(all.length - shown.length))}
        </Button>
      ) : null}
    </>
  );
}

/** Lines of the file that are no rows: titles above the header, remarks below the table. */
function OtherLines({ file }: { readonly file: AddingFile }) {
  const texts = previewTexts[useLanguage()];
  const formats = useFormats();
  const { dialect } = file.draft ?? {};
  const header = dialect?.headerRows ?? [];
  const titles = (file.inspection?.head ?? []).slice(0, (header[0] ?? 1) - 1).flatMap((cells, at) => {
    const text = cells.filter((cell) => cell.trim() !== "").join(" · ");
    return text === "" ? [] : [{ name: texts.titleLine(String(at + 1)), text }];
  });
  const left = new Set(dialect?.commentRows ?? []);
  const remarks = (file.inspection?.remarks ?? [])
    .filter(({ line, text }) => left.has(line) && text !== "")
    .map(({ line, text }) => ({ name: texts.remarkLine(String(line)), text }));
  const lines = [...titles, ...remarks];
  if (lines.length === 0) return null;
  return (
    <ul className={styles.others}>
      {lines.slice(0, FIRST_OTHERS).map(({ name, text }) => (
        <li key={name}>
          <span className={styles.severity}>{name}</span> {texts.notRead(text)}
        </li>
      ))}
      {lines.length > FIRST_OTHERS ? <li>{texts.moreLines(formats.count(lines.length - FIRST_OTHERS))}</li> : null}
    </ul>
  );
}
