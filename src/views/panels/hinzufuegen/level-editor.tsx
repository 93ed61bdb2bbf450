import { changeKeys } from "../../../commands/add-data.ts";
import { idOfTitle } from "../../../domain/id-of-title.ts";
import { localized } from "../../../domain/localized.ts";
import { contentTexts } from "../../../i18n/content-texts.ts";
import { isLevelTaken } from "../../../state/selectors/adding-questions.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import { TextEntry } from "../../controls/text-entry.tsx";
import type { EditorProps } from "./editor-props.ts";

/** What these areas are called: the name of their level. */
export function LevelEditor({ file, city }: EditorProps) {
  const app = useApp();
  const language = useLanguage();
  const texts = contentTexts[language];
  const keys = file.draft?.anlaufpunkt;
  const taken = isLevelTaken(file, city) ? city.levels.find(({ level }) => level === keys?.level) : undefined;
  return (
    <>
      <TextEntry
        label={texts.levelEntry}
        hint={texts.levelHint}
        value={localized(keys?.levelTitle ?? "")[language]}
        onChange={(text) => {
          const levelTitle = text.trim();
          // What is in the package already is known to others by its level.
          const level = file.replaces?.level ?? idOfTitle(levelTitle);
          if (levelTitle !== "") changeKeys(app, file.id, { levelTitle, level }, "level");
        }}
      />
      {taken ? <p role="alert">{texts.levelTaken(taken.title)}</p> : null}
    </>
  );
}
