import { useState } from "react";
import { showAnlaufpunkt, showSozialraum } from "../../../commands/show-on-map.ts";
import type { Issue, IssueSeverity } from "../../../domain/issue.ts";
import { datenTexts } from "../../../i18n/daten-texts.ts";
import { issueText } from "../../../i18n/issue-texts.ts";
import { allIssues } from "../../../state/selectors/all-issues.ts";
import { issuePlace } from "../../../state/selectors/issue-place.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import styles from "./issue-list.module.css";

const ORDER: readonly IssueSeverity[] = ["error", "warning", "notice"];
const FIRST = 40;

/** Everything that reading noticed, the serious first, each with the place in the file and, where there is one, on the map. */
export function IssueList() {
  const language = useLanguage();
  const texts = datenTexts[language];
  const formats = useFormats();
  const issues = useAppState(allIssues);
  const [all, setAll] = useState(false);
  const sorted = [...issues].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const count = (severity: IssueSeverity) =>
    formats.count(issues.filter((issue) => issue.severity === severity).length);
  const shown = all ? sorted : sorted.slice(0, FIRST);
  return (
    <section aria-labelledby="issues-title">
      <h2 id="issues-title">{texts.issues}</h2>
      {issues.length === 0 ? (
        <p className={styles.none}>{texts.issuesNone}</p>
      ) : (
        <p className={styles.none}>{texts.issuesCount(count("error"), count("warning"), count("notice"))}</p>
      )}
      <ul className={styles.list}>
        {shown.map((issue) => (
          <IssueRow key={`${issue.source} ${issueText(issue, language)}`} issue={issue} />
        ))}
      </ul>
      {sorted.length > shown.length ? (
        <Button onPress={() => setAll(true)}>{texts.more(formats.count(sorted.length - shown.length))}</Button>
      ) : null}
    </section>
  );
}

function IssueRow({ issue }: { issue: Issue }) {
  const app = useApp();
  const language = useLanguage();
  const texts = datenTexts[language];
  const place = issuePlace(app.store.getState(), issue);
  return (
    <li className={styles.issue} data-severity={issue.severity}>
      <span className={styles.severity}>{texts.severity[issue.severity]}</span>
      <div>
        <p>{issueText(issue, language)}</p>
        {place ? (
          <Button
            look="link"
            onPress={() =>
              place.on === "sozialraum"
                ? showSozialraum(app, place.id, { level: place.level })
                : showAnlaufpunkt(app, place.id)
            }
          >
            {texts.showOnMap(place.name)}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
