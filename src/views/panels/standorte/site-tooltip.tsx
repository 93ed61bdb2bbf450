import { sitingTexts } from "../../../i18n/siting-texts.ts";
import { useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import styles from "../versorgung/coverage-tooltip.module.css";
import { gainText, siteLabel } from "./site-words.ts";

/** What a proposed site is and does, while the pointer rests on its number. */
export function SiteTooltip({ index }: { readonly index: number }) {
  const texts = sitingTexts[useLanguage()];
  const formats = useFormats();
  const answer = useAppState((state) => state.transient.answers.bestSites);
  const site = answer && "proposal" in answer ? answer.sites[index] : undefined;
  if (!answer || !site) return null;
  const { goal } = answer.asked;
  return (
    <div className={styles.tooltip}>
      <strong>{siteLabel(site, index, formats)}</strong>
      <span className={styles.quiet}>{site.sozialraum?.name ?? texts.outsideAreas}</span>
      <span>
        {gainText(goal, site.gain, formats)} {texts.gainOf[goal]}
      </span>
    </div>
  );
}
