import { FilePlus2, Maximize } from "lucide-react";
import { openAdding } from "../../../commands/add-data.ts";
import { changeView } from "../../../commands/change-view.ts";
import { localized } from "../../../domain/localized.ts";
import { addingTexts } from "../../../i18n/adding-texts.ts";
import { shellTexts } from "../../../i18n/shell-texts.ts";
import { activeLevel } from "../../../state/selectors/active-level.ts";
import { VIEW_NAMES } from "../../../state/view.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { IconButton } from "../../controls/button.tsx";
import styles from "./header.module.css";
import { SearchBox } from "./search-box.tsx";

/** The slim bar: what is open, the views, search, language. */
export function Header() {
  const app = useApp();
  const language = useLanguage();
  const texts = shellTexts[language];
  const formats = useFormats();
  const view = useAppState((state) => state.view.view);
  const info = useAppState((state) => state.document.map?.info);
  const level = useAppState(activeLevel);
  const title = info && (info.invented ? localized(info.invented)[language] : info.title);
  // Where data were refused there is nothing to look at or to search in.
  const isRefused = useAppState(({ transient }) => transient.phase === "refused" || transient.phase === "failed");
  // Whoever is adding data finishes that first.
  const isAlone = useAppState(({ transient }) => transient.adding !== undefined) || isRefused;
  return (
    <header className={styles.bar}>
      <div className={styles.brand}>
        <svg viewBox="0 0 32 32" width="20" height="20" aria-hidden="true">
          <path
            fill="var(--accent)"
            d="M16 2.500c-5.800 0-10.500 4.600-10.500 10.300 0 7.600 8.200 15.100 9.700 16.400.5.4 1.100.4 1.600 0 1.500-1.300 9.700-8.800 9.700-16.400C26.500 7.100 21.800 2.500 16 2.500z"
          />
          <circle cx="16" cy="13" r="4.200" fill="#fff" />
        </svg>
        <span className={styles.name}>Anlaufpunkt</span>
        {info ? (
          <span className={styles.city}>
            <strong title={title}>{title}</strong>
            {level ? (
              <span className={styles.level}>
                {"\u00a0· "}
                {texts.areas(formats.count(level.sozialraeume.length))}
              </span>
            ) : null}
          </span>
        ) : null}
      </div>
      {isAlone ? (
        <span />
      ) : (
        <nav aria-label={texts.viewsLabel} className={styles.views}>
          {VIEW_NAMES.map((name) => (
            <button
              key={name}
              type="button"
              className={styles.view}
              aria-current={view === name ? "page" : undefined}
              onClick={() => changeView(app, { view: name })}
            >
              {texts.views[name]}
            </button>
          ))}
        </nav>
      )}
      <div className={styles.tools}>
        {isAlone ? null : <SearchBox />}
        {isAlone ? null : (
          <IconButton label={addingTexts[language].button} onPress={() => openAdding(app)}>
            <FilePlus2 size={18} aria-hidden />
          </IconButton>
        )}
        <button
          type="button"
          className={styles.language}
          aria-label={texts.languageLabel}
          lang={language === "de" ? "en" : "de"}
          onClick={() => changeView(app, { lang: language === "de" ? "en" : "de" })}
        >
          {language === "de" ? "EN" : "DE"}
        </button>
        {isAlone ? null : (
          <IconButton label={texts.presentLabel} onPress={() => changeView(app, { present: true })}>
            <Maximize size={18} aria-hidden />
          </IconButton>
        )}
      </div>
    </header>
  );
}
