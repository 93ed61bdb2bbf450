import { changeDraft, changeKeys, inspectAgain } from "../../../commands/add-data.ts";
import { CRS_IDS } from "../../../geo/crs.ts";
import { clueTexts } from "../../../i18n/clue-texts.ts";
import { contentTexts } from "../../../i18n/content-texts.ts";
import { fileWritingTexts } from "../../../i18n/file-writing-texts.ts";
import { placingTexts } from "../../../i18n/placing-texts.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import { Choice } from "../../controls/choice.tsx";
import { ChooseList } from "../../controls/choose-list.tsx";
import { AddressesEditor } from "./addresses-editor.tsx";
import { AreasEditor } from "./areas-editor.tsx";
import { crsWords, decimalWords, delimiterWords, encodingWords } from "./clue-sentence.ts";
import { CodesEditor } from "./codes-editor.tsx";
import { DateEditor } from "./date-editor.tsx";
import { DoubledEditor } from "./doubled-editor.tsx";
import type { EditorProps } from "./editor-props.ts";
import { HeaderEditor } from "./header-editor.tsx";
import { IndicatorsEditor } from "./indicators-editor.tsx";
import { KindEditor } from "./kind-editor.tsx";
import { LevelEditor } from "./level-editor.tsx";
import { PeriodEditor } from "./period-editor.tsx";
import { RemarksEditor } from "./remarks-editor.tsx";
import { RingsEditor } from "./rings-editor.tsx";

const ENCODINGS = ["utf-8", "windows-1252", "iso-8859-15", "ibm850", "macintosh"];
const DELIMITERS = [";", ",", "\t", "|"];
const LOOKS = [",.", ",", ".", ".,", ", "];
const ROLES = [
  ...(["observations", "anlaufpunkte", "sozialraeume", "population", "vorhaben", "goals", "indicators"] as const),
  ...(["termine", "akteure", "network", "network-nodes", "addresses", "background"] as const),
];

/** The choice that stands behind one line, in place. */
export function ClueEditor(props: EditorProps) {
  const app = useApp();
  const language = useLanguage();
  const clueWords = clueTexts[language];
  const writingWords = fileWritingTexts[language];
  const contentWords = contentTexts[language];
  const placingWords = placingTexts[language];
  const { clue, file } = props;
  const { draft } = file;
  if (!draft) return null;
  const keys = draft.anlaufpunkt;
  const label = clueWords.clues[clue.key];
  const options = (ids: readonly string[], words: (id: string) => string) =>
    [...new Set(ids)].filter((id) => id !== "").map((id) => ({ id, label: words(id) }));
  switch (clue.key) {
    case "table": {
      const names = file.inspection?.tables.map(({ name }) => name) ?? [];
      return (
        <ChooseList
          label={label}
          value={draft.dialect?.sheetName ?? draft.dialect?.table ?? clue.value}
          sections={[{ options: options(names, (name) => name) }]}
          onChange={(table) => inspectAgain(app, file.id, { table, headerRows: undefined }, "table")}
        />
      );
    }
    case "encoding": {
      const value = draft.encoding ?? clue.value;
      return (
        <>
          <ChooseList
            label={label}
            value={value}
            sections={[{ options: options([value, ...ENCODINGS], (id) => encodingWords(id, language)) }]}
            onChange={(encoding) => inspectAgain(app, file.id, { encoding }, "encoding")}
          />
          <p>{writingWords.encodingHint}</p>
        </>
      );
    }
    case "delimiter":
      return (
        <Choice
          label={label}
          value={draft.dialect?.delimiter ?? clue.value}
          options={options([...DELIMITERS, clue.value], (id) => delimiterWords(id, language))}
          onChange={(delimiter) => inspectAgain(app, file.id, { delimiter, headerRows: undefined }, "delimiter")}
        />
      );
    case "decimal": {
      const value = `${keys.decimalChar ?? "."}${keys.groupChar ?? ""}`;
      return (
        <Choice
          label={label}
          value={value}
          options={options([...LOOKS, value], (id) => decimalWords(id, language))}
          onChange={(decimal) => inspectAgain(app, file.id, { decimal }, "decimal")}
        />
      );
    }
    case "doubled":
      return <DoubledEditor {...props} />;
    case "layout":
      return (
        <Choice
          label={label}
          value={keys.columns?.indicator === undefined ? "wide" : "long"}
          options={[
            { id: "wide", label: writingWords.layouts.wide },
            { id: "long", label: writingWords.layouts.long },
          ]}
          onChange={(layout) => inspectAgain(app, file.id, { layout }, "layout")}
        />
      );
    case "role":
      return (
        <ChooseList
          label={label}
          value={keys.role}
          sections={[{ options: ROLES.map((id) => ({ id, label: contentWords.roles[id] })) }]}
          onChange={(role) => inspectAgain(app, file.id, { role: role as (typeof ROLES)[number] }, "role")}
        />
      );
    case "crs": {
      const likely = [...new Set([keys.crs ?? clue.value, ...clue.others])].filter((id) => id !== "");
      const others = CRS_IDS.filter((id) => !likely.includes(id));
      const words = (id: string) => crsWords(id, language);
      return (
        <>
          <ChooseList
            label={label}
            value={keys.crs ?? clue.value}
            sections={[
              { title: placingWords.crsLikely, options: options(likely, words) },
              { title: placingWords.crsOthers, options: options(others, words) },
            ].filter((section) => section.options.length > 0)}
            onChange={(crs) => changeKeys(app, file.id, { crs }, "crs")}
          />
          <p>{placingWords.crsHint}</p>
        </>
      );
    }
    case "axes":
      return (
        <Choice
          label={label}
          value={keys.axisOrder ?? "xy"}
          options={[
            { id: "xy", label: placingWords.axes.xy },
            { id: "yx", label: placingWords.axes.yx },
          ]}
          onChange={(order) =>
            changeDraft(
              app,
              file.id,
              { ...draft, anlaufpunkt: { ...keys, axisOrder: order === "yx" ? "yx" : undefined } },
              "axes",
            )
          }
        />
      );
    case "header":
      return <HeaderEditor {...props} />;
    case "date":
      return <DateEditor {...props} />;
    case "rings":
      return <RingsEditor {...props} />;
    case "remarks":
      return <RemarksEditor {...props} />;
    case "codes":
      return <CodesEditor {...props} />;
    case "period":
      return <PeriodEditor {...props} />;
    case "areas":
      return <AreasEditor {...props} />;
    case "addresses":
      return <AddressesEditor file={file} />;
    case "level":
      return <LevelEditor {...props} />;
    case "kind":
      return <KindEditor {...props} />;
    case "indicators":
      return <IndicatorsEditor {...props} />;
    default:
      return null;
  }
}
