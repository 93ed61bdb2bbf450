import { changeView } from "../../../commands/change-view.ts";
import type { Indicator } from "../../../domain/indicator.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import { activeEntry } from "../../../state/selectors/active-indicator.ts";
import { activeLevel } from "../../../state/selectors/active-level.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import styles from "./vergleich-answer.module.css";

/** The level has no values of the indicator: says where there are some, and leads there. */
export function NotOnLevel({ indicator }: { indicator: Indicator }) {
  const app = useApp();
  const language = useLanguage();
  const texts = vergleichTexts[language];
  const formats = useFormats();
  const entry = useAppState(activeEntry);
  const level = useAppState(activeLevel);
  const levels = useAppState((state) => state.document.map?.levels);
  const others = levels?.filter((other) => entry?.levels.includes(other.id)) ?? [];
  return (
    <div className={styles.answer}>
      <h1 className={styles.title}>{texts.notOnLevelTitle(indicator.title[language])}</h1>
      <p>
        {others.length > 0
          ? texts.notOnLevel(level?.title[language] ?? "", formats.list(others.map((other) => other.title[language])))
          : texts.notAnywhere}
      </p>
      <div className={styles.buttons}>
        {others.map((other) => (
          <Button
            key={other.id}
            onPress={() =>
              changeView(app, {
                level: other.id === levels?.[0]?.id ? undefined : other.id,
                sozialraum: undefined,
                compare: [],
              })
            }
          >
            {texts.showLevel(other.title[language])}
          </Button>
        ))}
      </div>
    </div>
  );
}
