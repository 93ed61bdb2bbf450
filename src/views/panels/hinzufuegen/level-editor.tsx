import { changeKeys } from "../../../commands/add-data.ts";
import { idOfTitle } from "../../../domain/id-of-title.ts";
import { contentTexts } from "../../../i18n/content-texts.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import { TextEntry } from "../../controls/text-entry.tsx";
import type { EditorProps } from "./editor-props.ts";

/** What these areas are called: the name of their level. */
export function LevelEditor({ file, city }: EditorProps) {
  const app = useApp();
  const texts = contentTexts[useLanguage()];
  const keys = file.draft?.anlaufpunkt;
  const taken = city.levels.find(({ level }) => level === keys?.level);
  return (
    <>
      <TextEntry
        label={texts.levelEntry}
        hint={texts.levelHint}
        value={keys?.levelTitle ?? ""}
        onChange={(text) => {
          const levelTitle = text.trim();
          if (levelTitle !== "") changeKeys(app, file.id, { levelTitle, level: idOfTitle(levelTitle) }, "level");
        }}
      />
      {taken ? <p role="alert">{texts.levelTaken(taken.title)}</p> : null}
    </>
  );
}
