import { provisionTexts } from "../../../i18n/provision-texts.ts";
import { activeLevel } from "../../../state/selectors/active-level.ts";
import { provisionRows, shownProvision } from "../../../state/selectors/provision-rows.ts";
import { useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import type { MapTarget } from "../../map/map-scene.ts";
import styles from "../versorgung/coverage-tooltip.module.css";
import { CoverageTooltip } from "../versorgung/coverage-tooltip.tsx";
import { valueText, valueTitle } from "./provision-words.ts";

/** What the pointer rests on while the map shows the provision. */
export function ProvisionTooltip({ target }: { readonly target: MapTarget }) {
  return target.on === "sozialraum" ? <AreaTooltip area={target.area} /> : <CoverageTooltip target={target} />;
}

function AreaTooltip({ area }: { readonly area: number }) {
  const texts = provisionTexts[useLanguage()];
  const formats = useFormats();
  const name = useAppState((state) => activeLevel(state)?.sozialraeume[area]?.name);
  const answer = useAppState(shownProvision);
  const row = useAppState((state) => provisionRows(state)?.[area]);
  return (
    <div className={styles.tooltip}>
      <strong>{name}</strong>
      {row?.parentName ? <span className={styles.quiet}>{row.parentName}</span> : null}
      {answer && row ? (
        <>
          <span>{`${valueText(row.value, answer, formats)} – ${valueTitle(answer, texts)}`}</span>
          {row.noneInReach !== undefined ? <span>{`${formats.count(row.noneInReach)} ${texts.noneShort}`}</span> : null}
        </>
      ) : null}
    </div>
  );
}
