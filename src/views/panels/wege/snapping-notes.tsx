import { distanceTexts } from "../../../i18n/distance-texts.ts";
import { unjoinedSites } from "../../../state/selectors/straight-beside.ts";
import { networkReport } from "../../../state/selectors/walking-network.ts";
import { useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { PanelSection } from "../../controls/panel-section.tsx";
import { OpenNetwork } from "./open-network.tsx";
import styles from "./snapping-notes.module.css";

/** Longer lists of names nobody reads. */
const NAMES_AT_MOST = 6;

/** In plain words: who and what could not be joined to the network. */
export function SnappingNotes() {
  const formats = useFormats();
  const texts = distanceTexts[useLanguage()];
  const coverage = useAppState((state) => state.transient.coverage);
  const snapping = coverage?.snapping;
  const network = useAppState(networkReport);
  if (!coverage || !snapping || snapping.all.residents === 0) return null;
  const { all, unsnapped, onIslands, withoutWay, snapWithin } = snapping;
  const { tooFar, onIslands: islandSites } = unjoinedSites(coverage);
  const within = formats.metres(snapWithin);
  const people = ({ residents }: { readonly residents: number }) => formats.count(residents);
  const names = (sites: readonly { readonly name: string; readonly metres: number }[]) => {
    const first = sites
      .slice(0, NAMES_AT_MOST)
      .map(({ name, metres }) => (Number.isFinite(metres) ? texts.snappingSite(name, formats.metres(metres)) : name));
    const rest = sites.length - first.length;
    return formats.list(rest > 0 ? [...first, texts.more(formats.count(rest))] : first);
  };
  const troubles = [
    unsnapped.residents > 0 && texts.snappingFar(people(unsnapped), formats.count(unsnapped.points), within),
    onIslands.residents > 0 && texts.snappingIslands(people(onIslands)),
    withoutWay.residents > 0 && texts.snappingNoWay(people(withoutWay)),
    tooFar.length > 0 && texts.snappingSites(names(tooFar)),
    islandSites.length > 0 && texts.snappingSitesIsland(names(islandSites)),
  ].filter((trouble) => trouble !== false);
  return (
    <PanelSection id="snapping-notes" title={texts.snapping}>
      <ul className={styles.list}>
        {network ? <li>{texts.networkFrom(network.title)}</li> : null}
        <li>{texts.snappingAll(formats.share((all.residents - unsnapped.residents) / all.residents), within)}</li>
        {troubles.map((trouble) => (
          <li key={trouble} data-trouble>
            {trouble}
          </li>
        ))}
        {troubles.length === 0 ? <li>{texts.snappingGood}</li> : null}
      </ul>
      <OpenNetwork label={texts.otherNetwork} />
    </PanelSection>
  );
}
