import { useState } from "react";
import { showProposedSite } from "../../../commands/show-on-map.ts";
import { sitingTexts } from "../../../i18n/siting-texts.ts";
import { sitesFigures } from "../../../state/selectors/sites-figures.ts";
import type { SitesProposal } from "../../../state/sites-answer.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { Figure } from "../../controls/figure.tsx";
import { NameButton } from "../../controls/name-button.tsx";
import { Note } from "../../controls/note.tsx";
import { siteMarkId } from "./site-mark-id.ts";
import { gainText, siteLabel, togetherText } from "./site-words.ts";
import styles from "./sites-list.module.css";
import { sitesProvenance } from "./sites-provenance.ts";

const SITES_AT_FIRST = 20;

/** Site by site: what each adds to those before it. */
export function SitesList({ answer }: { readonly answer: SitesProposal }) {
  const app = useApp();
  const texts = sitingTexts[useLanguage()];
  const formats = useFormats();
  const selected = useAppState((state) => state.transient.selectedAnlaufpunkt);
  const [isAll, setAll] = useState(false);
  const { asked, sites } = answer;
  const { goal } = asked;
  const { gains, together } = sitesFigures(answer);
  const shown = isAll ? sites : sites.slice(0, SITES_AT_FIRST);
  return (
    <>
      <table className={styles.table}>
        <caption className={styles.caption}>
          {texts.listTitle}
          <span className={styles.unit}>{texts.gainOf[goal]}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              {texts.columns.number}
            </th>
            <th scope="col">{texts.columns.site}</th>
            <th scope="col" className={styles.figure}>
              {texts.columns.gain}
            </th>
            <th scope="col" className={styles.figure}>
              {texts.columns.share}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((site, index) => {
            const id = siteMarkId(index);
            const label = siteLabel(site, index, formats);
            return (
              <tr key={id} data-selected={id === selected || undefined}>
                <td className={styles.number}>{index + 1}</td>
                <th scope="row">
                  <NameButton
                    label={`${texts.showSite(label)}${site.sozialraum ? `, ${site.sozialraum.name}` : ""}`}
                    onPress={() => showProposedSite(app, id, site)}
                  >
                    {site.name ?? site.sozialraum?.name ?? label}
                    {site.name || !site.sozialraum ? (
                      <span className={styles.detail}>{site.sozialraum?.name ?? texts.outsideAreas}</span>
                    ) : null}
                  </NameButton>
                </th>
                <td className={styles.figure}>
                  <Figure
                    text={gainText(goal, gains[index] ?? 0, formats)}
                    label={`${label}, ${texts.gainOf[goal]}`}
                    provenance={() => sitesProvenance(app.store.getState(), answer, "gain")}
                  />
                </td>
                <td className={styles.figure}>{togetherText(goal, together[index] ?? 0, formats)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {sites.length > shown.length ? (
        <Button look="link" onPress={() => setAll(true)}>
          {texts.allSites(formats.count(sites.length))}
        </Button>
      ) : null}
      <Note>{texts.shareNote[goal]}</Note>
    </>
  );
}
