import { useEffect, useMemo } from "react";
import { foundGoal } from "../../../commands/show-issue-place.ts";
import { shellTexts } from "../../../i18n/shell-texts.ts";
import { zieleTexts } from "../../../i18n/ziele-texts.ts";
import { goalOverview, TARGET_STATES } from "../../../state/selectors/goal-tree.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { AddDataButton } from "../../controls/add-data-button.tsx";
import { ExportMenu } from "../../presentation/export-menu.tsx";
import { KeepViewButton } from "../../presentation/keep-view-button.tsx";
import { SourceLine } from "../source-line.tsx";
import { GoalSection } from "./goal-section.tsx";
import { StateMark } from "./state-mark.tsx";
import styles from "./ziele-view.module.css";

/** The city's goals: what measures each, where it stands against the target, and what nothing serves. */
export function ZieleView() {
  const app = useApp();
  const language = useLanguage();
  const formats = useFormats();
  const texts = zieleTexts[language];
  const records = useAppState((state) => state.document.records);
  const answered = useAppState((state) => state.transient.answers.goals);
  const database = useAppState((state) => state.transient.database);
  const present = useAppState((state) => state.view.present);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the selector reads these two from the state.
  const overview = useMemo(() => goalOverview(app.store.getState()), [app, records, answered]);
  const sought = useAppState((state) => state.transient.soughtGoal);
  useEffect(() => {
    if (!overview || sought === undefined) return;
    const goal = document.getElementById(`goal-${sought}`);
    goal?.focus({ preventScroll: true });
    goal?.scrollIntoView({ block: "center" });
    foundGoal(app);
  }, [app, overview, sought]);
  const names: Readonly<Record<string, string>> = texts.catalogues;

  if (!overview || overview.catalogues.length === 0) {
    const isEmpty = records !== undefined && records.goals.length === 0;
    return (
      <main className={styles.page} id="answer" tabIndex={-1}>
        <div className={styles.empty}>
          <h1>{isEmpty ? texts.emptyTitle : shellTexts[language].views.ziele}</h1>
          <p>{isEmpty ? texts.empty : database === "failed" ? texts.unavailable : texts.waiting}</p>
          {isEmpty ? <AddDataButton /> : null}
        </div>
      </main>
    );
  }
  return (
    <main className={styles.page} id="answer" tabIndex={-1}>
      <div className={styles.columns}>
        <div className={styles.goals}>
          <h1 className={styles.title}>{texts.title(overview.strategic, overview.operational, formats)}</h1>
          {overview.catalogues.map((catalogue) => (
            <section key={catalogue.id} className={styles.catalogue}>
              <h2>{names[catalogue.id] ?? (catalogue.id || texts.catalogue)}</h2>
              {catalogue.goals.map((node) => (
                <GoalSection key={node.goal.id} node={node} />
              ))}
            </section>
          ))}
        </div>
        <aside className={styles.side}>
          {present ? null : (
            <div className={styles.tools}>
              <KeepViewButton />
              <ExportMenu />
            </div>
          )}
          <section>
            <h2>{texts.statesTitle}</h2>
            <p className={styles.headline}>
              {overview.withTarget === 0
                ? texts.noTargets
                : texts.headline(overview.withTarget, overview.states.reached, overview.states.missed, formats)}
              {overview.withoutTarget > 0 && overview.withTarget > 0
                ? ` ${texts.withoutTarget(overview.withoutTarget, formats)}`
                : null}
            </p>
            <ul className={styles.states}>
              {TARGET_STATES.filter((state) => overview.states[state] > 0).map((state) => (
                <li key={state}>
                  <StateMark state={state} />
                  <span className={styles.count}>{formats.count(overview.states[state])}</span>
                </li>
              ))}
            </ul>
            <p className={styles.rule}>{texts.rule}</p>
          </section>
          <section>
            <h2>{texts.unservedTitle}</h2>
            <p>
              {overview.unserved.length === 0
                ? texts.allServed(overview.areAllOperational)
                : texts.unserved(overview.unserved.length, overview.undivided, overview.areAllOperational, formats)}
            </p>
            <ul className={styles.unserved}>
              {overview.unserved.map((goal) => (
                <li key={goal.id}>
                  <a href={`#goal-${encodeURIComponent(goal.id)}`}>
                    <span className={styles.id}>{goal.id}</span> {goal.title[language]}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        </aside>
      </div>
      {present ? null : <SourceLine withTable={false} />}
    </main>
  );
}
