import { useMemo, useState } from "react";
import { repairData } from "../../../commands/repair-data.ts";
import { showIssuePlace } from "../../../commands/show-issue-place.ts";
import type { Issue, IssueSeverity } from "../../../domain/issue.ts";
import type { OfferedRepair } from "../../../domain/repair.ts";
import { datenTexts } from "../../../i18n/daten-texts.ts";
import { issueText } from "../../../i18n/issue-texts.ts";
import { repairTexts } from "../../../i18n/repair-texts.ts";
import { allIssues } from "../../../state/selectors/all-issues.ts";
import { type IssuePlace, issuePlaces } from "../../../state/selectors/issue-places.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import styles from "./issue-list.module.css";

const ORDER: readonly IssueSeverity[] = ["error", "warning", "notice"];
const FIRST = 40;
const MOST_PLACES = 6;

interface IssueListProps {
  /** The issue has its place in a resource of the list above. */
  readonly onResource: (resource: string, issue: Issue) => void;
}

/** Everything that reading noticed, the serious first, each with the place in the file and a way to what it speaks of. */
export function IssueList({ onResource }: IssueListProps) {
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
          <IssueRow
            key={`${issue.code} ${issue.source} ${issueText(issue, language)}`}
            issue={issue}
            onResource={onResource}
          />
        ))}
      </ul>
      {sorted.length > shown.length ? (
        <Button onPress={() => setAll(true)}>{texts.more(formats.count(sorted.length - shown.length))}</Button>
      ) : null}
    </section>
  );
}

function IssueRow({ issue, onResource }: IssueListProps & { readonly issue: Issue }) {
  const app = useApp();
  const language = useLanguage();
  const texts = datenTexts[language];
  const formats = useFormats();
  const document = useAppState((state) => state.document);
  const places = useMemo(() => issuePlaces(document, issue), [document, issue]);
  const further = places.length - MOST_PLACES;
  const label = (place: IssuePlace): string => {
    switch (place.on) {
      case "point":
        return texts.showPoint(formats.decimal(place.lat, 5), formats.decimal(place.lon, 5));
      case "indicator":
        return texts.showIndicator(place.title[language]);
      case "goal":
        return texts.showGoal(place.id, place.title[language]);
      case "resource":
        return texts.showResource(place.title);
      default:
        return texts.showOnMap(place.name);
    }
  };
  return (
    <li className={styles.issue} data-severity={issue.severity}>
      <span className={styles.severity}>{texts.severity[issue.severity]}</span>
      <div>
        <p>{issueText(issue, language)}</p>
        {places.length > 0 ? (
          <p className={styles.places}>
            {places.slice(0, MOST_PLACES).map((place) => (
              <Button
                key={label(place)}
                look="link"
                onPress={() => (place.on === "resource" ? onResource(place.name, issue) : showIssuePlace(app, place))}
              >
                {label(place)}
              </Button>
            ))}
            {further > 0 ? <span>{texts.furtherPlaces(formats.count(further))}</span> : null}
          </p>
        ) : null}
        {issue.repair ? <RepairButton offered={issue.repair} /> : null}
      </div>
    </li>
  );
}

/** Nothing is changed silently: the button says what it does, and the step can be taken back. */
function RepairButton({ offered }: { readonly offered: OfferedRepair }) {
  const app = useApp();
  const texts = repairTexts[useLanguage()];
  return (
    <p className={styles.repair}>
      <Button onPress={() => repairData(app, offered)}>
        {texts.repair}: {texts.offer[offered.repair.repair]}
      </Button>
    </p>
  );
}
