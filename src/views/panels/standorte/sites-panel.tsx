import { sitingTexts } from "../../../i18n/siting-texts.ts";
import { useLanguage } from "../../app-context.tsx";
import { SitesAnswer } from "./sites-answer.tsx";
import styles from "./sites-panel.module.css";
import { SitesQuestion } from "./sites-question.tsx";

/** Where next: what is asked for, the best sites for it, and how sure that is. */
export function SitesPanel() {
  const texts = sitingTexts[useLanguage()];
  return (
    <section className={styles.panel} aria-labelledby="sites-title">
      <h2 id="sites-title" className={styles.title}>
        {texts.title}
      </h2>
      <SitesQuestion />
      <SitesAnswer />
    </section>
  );
}
