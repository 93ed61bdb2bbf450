import { useState } from "react";
import type { Issue } from "../../../domain/issue.ts";
import { datenTexts } from "../../../i18n/daten-texts.ts";
import { allIssues } from "../../../state/selectors/all-issues.ts";
import { issueCount, issueGroups, SEVERITIES } from "../../../state/selectors/issue-groups.ts";
import { useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Choice } from "../../controls/choice.tsx";
import { ChooseList } from "../../controls/choose-list.tsx";
import { IssueGroupPart } from "./issue-group.tsx";
import styles from "./issue-list.module.css";

/** Fewer are seen at a glance. */
const WORTH_CHOOSING = 8;
const ALL = "all";

interface IssueListProps {
  /** The issue has its place in a resource of the list above. */
  readonly onResource: (resource: string, issue: Issue) => void;
}

/** Everything that reading and the checks noticed, by kind, the serious first: all of it, or of one weight or one file. */
export function IssueList({ onResource }: IssueListProps) {
  const language = useLanguage();
  const texts = datenTexts[language];
  const formats = useFormats();
  const issues = useAppState(allIssues);
  const isExamining = useAppState(({ transient }) => transient.isExamining === true && transient.phase === "open");
  const [wanted, setWanted] = useState({ severity: ALL, source: ALL });
  const sources = [...new Set(issues.map(({ source }) => source))].sort();
  // What was chosen may have been repaired meanwhile.
  const source = sources.includes(wanted.source) ? wanted.source : ALL;
  const ofSource = issues.filter((issue) => source === ALL || issue.source === source);
  const counted = SEVERITIES.map((severity) => ({
    severity,
    count: issueCount(ofSource.filter((issue) => issue.severity === severity)),
  })).filter(({ count }) => count > 0);
  const severity = counted.some((each) => each.severity === wanted.severity) ? wanted.severity : ALL;
  const groups = issueGroups(ofSource.filter((issue) => severity === ALL || issue.severity === severity));
  const isLong = issueCount(issues) > WORTH_CHOOSING;
  const said = [
    // Above a long list the keys say it.
    ...(isLong && counted.length > 1
      ? []
      : [counted.map((each) => texts.issuesCount[each.severity](each.count, formats.count(each.count))).join(", ")]),
    isExamining ? texts.examining : issues.length === 0 ? texts.issuesNone : "",
  ].filter((text) => text !== "");
  return (
    <section aria-labelledby="issues-title">
      <h2 id="issues-title" tabIndex={-1}>
        {texts.issues}
      </h2>
      <p className={styles.none} role="status">
        {said.join(" · ")}
      </p>
      {isLong ? (
        <div className={styles.choices}>
          {counted.length > 1 ? (
            <Choice
              label={texts.ofSeverity}
              hideLabel
              value={severity}
              options={[
                { id: ALL, label: texts.allIssues(formats.count(issueCount(ofSource))) },
                ...counted.map((each) => ({
                  id: each.severity as string,
                  label: `${texts.severities[each.severity]} ${formats.count(each.count)}`,
                })),
              ]}
              onChange={(next) => setWanted({ severity: next, source })}
            />
          ) : null}
          {sources.length > 1 ? (
            <ChooseList
              label={texts.ofFile}
              hideLabel
              value={source}
              sections={[
                {
                  options: [{ id: ALL, label: texts.allFiles }, ...sources.map((id) => ({ id, label: id }))],
                },
              ]}
              onChange={(next) => setWanted({ severity, source: next })}
            />
          ) : null}
        </div>
      ) : null}
      {groups.map((group) => (
        <IssueGroupPart key={`${group.severity} ${group.code}`} group={group} onResource={onResource} />
      ))}
    </section>
  );
}
