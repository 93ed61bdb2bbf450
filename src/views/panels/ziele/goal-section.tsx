import { zieleTexts } from "../../../i18n/ziele-texts.ts";
import type { GoalNode } from "../../../state/selectors/goal-tree.ts";
import { useFormats, useLanguage } from "../../app-context.tsx";
import { GoalIndicators } from "./goal-indicators.tsx";
import styles from "./goal-section.module.css";

/** A strategic goal with its operational goals. */
export function GoalSection({ node }: { node: GoalNode }) {
  const language = useLanguage();
  return (
    <article className={styles.strategic} id={`goal-${node.goal.id}`} tabIndex={-1}>
      <h3 className={styles.title}>
        <span className={styles.id}>{node.goal.id}</span>
        {node.goal.title[language]}
      </h3>
      <GoalBody node={node} />
      {node.children.map((child) => (
        <div key={child.goal.id} className={styles.operational} id={`goal-${child.goal.id}`} tabIndex={-1}>
          <h4>
            <span className={styles.id}>{child.goal.id}</span>
            {child.goal.title[language]}
          </h4>
          <GoalBody node={child} />
        </div>
      ))}
    </article>
  );
}

function GoalBody({ node }: { node: GoalNode }) {
  const language = useLanguage();
  const formats = useFormats();
  const texts = zieleTexts[language];
  const { progress } = node;
  if (!progress) return null;
  const isLeaf = node.children.length === 0;
  return (
    <>
      <GoalIndicators indicators={progress.indicators} />
      {progress.vorhaben > 0 ? <p className={styles.vorhaben}>{texts.vorhaben(progress.vorhaben, formats)}</p> : null}
      {isLeaf && progress.indicators.length === 0 && progress.vorhaben === 0 ? (
        <p className={styles.nothing}>{texts.nothing}</p>
      ) : null}
    </>
  );
}
