import { memo, useMemo } from "react";
import { localized } from "../../domain/localized.ts";
import { shellTexts } from "../../i18n/shell-texts.ts";
import { shownOrigins, sourceTitles } from "../../state/selectors/shown-origins.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../app-context.tsx";
import styles from "./source-line.module.css";
import { TableButton } from "./table-button.tsx";

/** The sources of what is shown, the label of invented data, and under a map the handle of the table below. */
export const SourceLine = memo(function SourceLine({ withTable }: { readonly withTable: boolean }) {
  const app = useApp();
  const language = useLanguage();
  const texts = shellTexts[language];
  const formats = useFormats();
  const document = useAppState((state) => state.document);
  const view = useAppState((state) => state.view);
  const compared = useAppState((state) => state.transient.answers.indicatorMap);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the selector reads the state that these are parts of.
  const sources = useMemo(() => sourceTitles(shownOrigins(app.store.getState())), [app, document, view, compared]);
  const invented = document.map?.info.invented;
  return (
    <footer className={styles.line}>
      {invented ? <strong className={styles.invented}>{localized(invented)[language]}</strong> : null}
      {sources.length > 0 ? (
        <span className={styles.sources}>
          {texts.sourceLine(
            sources
              .map(({ title, period }) =>
                period && !title.includes(period) ? `${title} (${formats.period(period)})` : title,
              )
              .join(" · "),
          )}
        </span>
      ) : null}
      {withTable ? <TableButton /> : null}
    </footer>
  );
});
