import { useMemo, useState } from "react";
import { repairData } from "../../../commands/repair-data.ts";
import { showIssuePlace } from "../../../commands/show-issue-place.ts";
import type { Issue } from "../../../domain/issue.ts";
import type { OfferedRepair } from "../../../domain/repair.ts";
import { datenTexts } from "../../../i18n/daten-texts.ts";
import { issueText } from "../../../i18n/issue-texts.ts";
import { issueTitle } from "../../../i18n/issue-titles.ts";
import { repairTexts } from "../../../i18n/repair-texts.ts";
import type { IssueGroup } from "../../../state/selectors/issue-groups.ts";
import { type IssuePlace, issuePlaces } from "../../../state/selectors/issue-places.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import styles from "./issue-group.module.css";

/** So many of a kind are read at once; the others come by steps, so that ten thousand do not stop the page. */
const FIRST = 5;
const STEP = 50;
const MOST_PLACES = 6;

interface IssueGroupProps {
  readonly group: IssueGroup;
  readonly onResource: (resource: string, issue: Issue) => void;
}

/** Issues of one kind: how many there are, the first of them, and what is offered for all of them. */
export function IssueGroupPart({ group, onResource }: IssueGroupProps) {
  const language = useLanguage();
  const texts = datenTexts[language];
  const formats = useFormats();
  const [most, setMost] = useState(FIRST);
  const { issues, repairs } = group;
  // One more takes no more room than the button that would show it.
  const shown = issues.length <= most + 1 ? issues : issues.slice(0, most);
  const isCommon = (offered: OfferedRepair | undefined) =>
    repairs.some((common) => JSON.stringify(common.offered) === JSON.stringify(offered));
  const isOneFile = new Set(repairs.map(({ source }) => source)).size < 2;
  const title = issueTitle(group.code, language);
  return (
    <section className={styles.group} data-severity={group.severity} aria-label={title}>
      <span className={styles.severity}>{texts.severity[group.severity]}</span>
      <div>
        <h3 className={styles.title}>
          {title}
          {group.count > 1 ? <span className={styles.count}> {formats.count(group.count)}</span> : null}
        </h3>
        {repairs.map(({ offered, source }) => (
          <RepairButton key={offered.resource} offered={offered} source={isOneFile ? undefined : source} />
        ))}
        <ul>
          {shown.map((issue, index) => (
            <IssueRow
              // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same, and none has a state of its own.
              key={index}
              issue={issue}
              hasOwnRepair={!isCommon(issue.repair)}
              onResource={onResource}
            />
          ))}
        </ul>
        {issues.length > shown.length ? (
          <Button look="link" onPress={() => setMost(most + STEP)}>
            {texts.more(formats.count(Math.min(STEP, issues.length - shown.length)))}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

interface IssueRowProps {
  readonly issue: Issue;
  readonly hasOwnRepair: boolean;
  readonly onResource: IssueGroupProps["onResource"];
}

function IssueRow({ issue, hasOwnRepair, onResource }: IssueRowProps) {
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
    <li className={styles.issue}>
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
      {issue.repair && hasOwnRepair ? <RepairButton offered={issue.repair} source={undefined} /> : null}
    </li>
  );
}

interface RepairButtonProps {
  readonly offered: OfferedRepair;
  /** Where several files offer the same. */
  readonly source: string | undefined;
}

/** Nothing is changed silently: the button says what it does, and the step can be taken back. */
function RepairButton({ offered, source }: RepairButtonProps) {
  const app = useApp();
  const texts = repairTexts[useLanguage()];
  const repair = () => {
    // The button goes with what it repairs.
    window.document.getElementById("issues-title")?.focus({ preventScroll: true });
    repairData(app, offered);
  };
  return (
    <p className={styles.repair}>
      <Button onPress={repair}>
        {texts.repair}: {texts.offer[offered.repair.repair]}
        {source === undefined ? "" : ` (${source})`}
      </Button>
    </p>
  );
}
