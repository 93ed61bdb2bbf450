import { type DragEvent, useMemo, useState } from "react";
import { meanColumn } from "../../../commands/mean-column.ts";
import type { PreviewColumn } from "../../../domain/data-draft.ts";
import { areaColumnOf, ROLE_COLUMNS } from "../../../domain/role-columns.ts";
import { columnTexts } from "../../../i18n/column-texts.ts";
import { fileWritingTexts } from "../../../i18n/file-writing-texts.ts";
import { previewTexts } from "../../../i18n/preview-texts.ts";
import type { AddingFile } from "../../../state/app-state.ts";
import { codesOf } from "../../../state/selectors/shown-codes.ts";
import { useApp, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import type { DataColumn } from "../../tables/data-column.ts";
import { DataTable } from "../../tables/data-table.tsx";
import styles from "./preview-table.module.css";

interface PreviewTableProps {
  readonly file: AddingFile;
  /** The line of the file that is to be looked at, anew for each new object. */
  readonly reveal: { readonly key: string } | undefined;
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const FIRST_COLUMNS = 40;
const DRAGGED = "text/x-anlaufpunkt-column";

/** The file as it is read now: our meaning stands over each column and is chosen there; signs for missing values say what they mean. */
export function PreviewTable({ file, reveal }: PreviewTableProps) {
  const app = useApp();
  const language = useLanguage();
  const writingWords = fileWritingTexts[language];
  const columnWords = columnTexts[language];
  const previewWords = previewTexts[language];
  const formats = useFormats();
  const [isWide, setWide] = useState(false);
  const { preview, draft } = file;
  const keys = draft?.anlaufpunkt;
  const all = preview?.columns ?? [];
  const drawn = isWide ? all : all.slice(0, FIRST_COLUMNS);
  const meanings = useMemo(() => new Map(codesOf(file).map(({ code, meaning }) => [code, meaning])), [file]);
  const rows = useMemo(
    () => (preview?.rows ?? []).map((cells, at): Row => ({ line: preview?.lines[at] ?? at + 1, cells })),
    [preview],
  );
  if (!preview || !keys) return null;
  const options = oursOf(file);
  const words: Readonly<Record<string, string>> = columnWords.columns;
  const label = (ours: string) =>
    ours === "value" && keys.columns?.indicator === undefined && keys.role === "observations"
      ? columnWords.meansValue
      : Object.hasOwn(words, ours)
        ? (words[ours] ?? ours)
        : ours;
  const columns: DataColumn<Row>[] = [
    {
      id: "line",
      title: previewWords.line,
      value: ({ line }) => line,
      text: ({ line }) => formats.count(line),
      isNumber: true,
      smallestFirst: true,
      width: 72,
    },
    ...drawn.map((column, at): DataColumn<Row> => {
      const name = column.name || columnWords.emptyName(formats.count(at + 1));
      const ours = meaningOf(file, column);
      const isUsed = ours !== "";
      return {
        id: `${at}`,
        title: name,
        hint: name,
        value: ({ cells }) => cells[at] || undefined,
        text: ({ cells }) => cells[at] ?? "",
        mark: ({ cells }) => {
          const text = (cells[at] ?? "").trim();
          const meaning = isUsed && column.type === "number" ? meanings.get(text) : undefined;
          return meaning && meaning !== "number" ? (
            <span className={styles.code}>{writingWords.meanings[meaning]}</span>
          ) : null;
        },
        isNumber: column.type === "number",
        width: Math.max(150, Math.min(260, 9 * name.length + 30)),
        below:
          column.name === "" ? null : (
            <MeaningSelect
              name={name}
              ours={ours}
              options={options}
              label={label}
              onChange={(next) => meanColumn(app, file.id, [column.name], next === "" ? undefined : next)}
            />
          ),
      };
    }),
  ];
  const hidden = all.length - drawn.length;
  return (
    <div className={styles.frame}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: many columns of ours do not fit: what scrolls must be reached by keyboard. */}
      <section className={styles.palette} aria-label={columnWords.palette} tabIndex={0}>
        <span>{columnWords.palette}</span>
        {options.map((ours) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: dragging is for the mouse; the lists in the table do the same for the keyboard.
          <span
            key={ours}
            className={styles.chip}
            draggable
            onDragStart={(event) => event.dataTransfer.setData(DRAGGED, ours)}
          >
            {label(ours)}
          </span>
        ))}
      </section>
      <div className={styles.table}>
        <DataTable
          key={file.id}
          title={previewWords.preview}
          detail={previewWords.previewDetail(formats.count(rows.length), formats.count(preview.rowCount))}
          rows={rows}
          columns={columns}
          keyOf={({ line }) => String(line)}
          sort={{ column: "line", descending: false }}
          selected={reveal?.key}
          reveal={reveal}
          actions={
            hidden > 0 ? (
              <Button onPress={() => setWide(true)}>{columnWords.moreColumns(formats.count(hidden))}</Button>
            ) : undefined
          }
        />
      </div>
    </div>
  );
}

/** Columns of the contract that can be chosen for the columns of this file. */
function oursOf({ draft }: AddingFile): readonly string[] {
  const keys = draft?.anlaufpunkt;
  if (!keys) return [];
  const area = areaColumnOf(keys.role);
  const isWide = keys.role === "observations" && keys.columns?.indicator === undefined;
  const own = isWide ? ["value", "period"] : ROLE_COLUMNS[keys.role];
  return area === undefined ? own : [area, ...own];
}

function meaningOf({ draft }: AddingFile, { name }: PreviewColumn): string {
  const keys = draft?.anlaufpunkt;
  const found = Object.entries(keys?.columns ?? {}).find(([, theirs]) => theirs === name);
  if (found) return found[0];
  return keys?.role === "observations" && Object.hasOwn(keys.values ?? {}, name) ? "value" : "";
}

interface MeaningSelectProps {
  readonly name: string;
  readonly ours: string;
  readonly options: readonly string[];
  readonly label: (ours: string) => string;
  readonly onChange: (ours: string) => void;
}

function MeaningSelect({ name, ours, options, label, onChange }: MeaningSelectProps) {
  const texts = columnTexts[useLanguage()];
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(DRAGGED)) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the list inside does the same for the keyboard.
    <div
      className={styles.meaning}
      data-over={isOver || undefined}
      data-used={ours !== "" || undefined}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        const dropped = event.dataTransfer.getData(DRAGGED);
        setOver(false);
        if (dropped === "") return;
        event.preventDefault();
        event.stopPropagation();
        onChange(dropped);
      }}
    >
      <select aria-label={texts.meansOf(name)} value={ours} onChange={({ target }) => onChange(target.value)}>
        <option value="">{texts.meansNothing}</option>
        {(options.includes(ours) || ours === "" ? options : [ours, ...options]).map((option) => (
          <option key={option} value={option}>
            {label(option)}
          </option>
        ))}
      </select>
    </div>
  );
}
