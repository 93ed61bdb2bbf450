import { changeKeys } from "../../../commands/add-data.ts";
import { areaColumnOf } from "../../../domain/role-columns.ts";
import { joiningTexts } from "../../../i18n/joining-texts.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import { Choice } from "../../controls/choice.tsx";
import { ChooseList } from "../../controls/choose-list.tsx";
import { ColumnSelect } from "./column-select.tsx";
import type { EditorProps } from "./editor-props.ts";
import { JoinRepair } from "./join-repair.tsx";

/** How rows name their Sozialraum: by which column, of which level, by key or name; and what fits none. */
export function AreasEditor({ file, city }: EditorProps) {
  const app = useApp();
  const texts = joiningTexts[useLanguage()];
  const keys = file.draft?.anlaufpunkt;
  if (!keys) return null;
  const ours = areaColumnOf(keys.role) ?? "sozialraum";
  const join = file.preview?.join;
  return (
    <>
      <ColumnSelect
        file={file}
        ours={ours}
        label={texts.areasColumn}
        onChange={(column) => {
          const { [ours]: _, ...columns } = keys.columns ?? {};
          const type = file.preview?.columns.find(({ name }) => name === column)?.type;
          const sozialraumBy = type === "text" ? "name" : undefined;
          const next = column === undefined ? columns : { ...columns, [ours]: column };
          changeKeys(
            app,
            file.id,
            { columns: next, sozialraumBy, sozialraumMatches: undefined },
            column === undefined ? undefined : "areas",
          );
        }}
      />
      {city.levels.length > 1 ? (
        <ChooseList
          label={texts.areasLevel}
          value={keys.level ?? join?.level}
          sections={[{ options: city.levels.map(({ level, title }) => ({ id: level, label: title })) }]}
          onChange={(level) => changeKeys(app, file.id, { level }, "areas")}
        />
      ) : null}
      <Choice
        label={texts.areasBy}
        value={keys.sozialraumBy ?? "id"}
        options={[
          { id: "id", label: texts.by.id },
          { id: "name", label: texts.by.name },
        ]}
        onChange={(by) => changeKeys(app, file.id, { sozialraumBy: by === "name" ? "name" : undefined }, "areas")}
      />
      {join && join.repeatedNames.length > 0 ? <p>{texts.repeated(join.repeatedNames.join(", "))}</p> : null}
      <JoinRepair file={file} city={city} />
    </>
  );
}
