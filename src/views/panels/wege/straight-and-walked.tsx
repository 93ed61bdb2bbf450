import { changeView } from "../../../commands/change-view.ts";
import { distanceTexts } from "../../../i18n/distance-texts.ts";
import type { CoverageAnswer } from "../../../state/coverage-answer.ts";
import { shownBeside } from "../../../state/selectors/band-rows.ts";
import { straightDifferences } from "../../../state/selectors/straight-beside.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { AreaList } from "../../controls/area-list.tsx";
import { Button } from "../../controls/button.tsx";
import { Figure } from "../../controls/figure.tsx";
import { Note } from "../../controls/note.tsx";
import { PanelSection } from "../../controls/panel-section.tsx";
import { BeforeAfter } from "../../tables/before-after.tsx";
import { besideProvenance } from "./bands-provenance.ts";
import styles from "./straight-and-walked.module.css";

const FIRST = 8;
const ROWS = { residents_reached: "count", reached_share: "share", gap: "count", nearest_median_m: "metres" } as const;
type Row = keyof typeof ROWS;

/** What the straight line promises and the ways do not keep. */
export function StraightAndWalked() {
  const app = useApp();
  const formats = useFormats();
  const texts = distanceTexts[useLanguage()];
  const answer = useAppState(shownBeside);
  const areas = useAppState(straightDifferences);
  if (!answer || !areas) return <p role="status">{texts.counting}</p>;
  const [straight, walked] = [figuresOf(answer.straight), figuresOf(answer.walked)];
  if (!(answer.walked.coverage.city.residents > 0)) return null;
  const overstated = straight.residents_reached - walked.residents_reached;
  const reach = formats.metres(answer.walked.reach);
  const { detour } = answer.straight.coverage.settings;
  const people = formats.count(Math.abs(overstated));
  return (
    <PanelSection id="straight-and-walked" title={texts.beside}>
      <p className={styles.sentence}>
        {overstated > 0 ? texts.overstates(people) : overstated < 0 ? texts.understates(people) : texts.agrees}
      </p>
      <p>
        {texts.besideDetail(formats.count(straight.residents_reached), formats.count(walked.residents_reached), reach)}
        {detour === 1 ? null : ` ${texts.besideWith(formats.decimal(detour, 2))}`}
      </p>
      <BeforeAfter
        caption={texts.beside}
        before={texts.straight}
        after={texts.walked}
        rows={(Object.keys(ROWS) as Row[]).map((row) => ({
          id: row,
          title: texts.besideRows[row],
          kind: ROWS[row],
          before: straight[row],
          after: walked[row],
          provenance: () => besideProvenance(app.store.getState(), (each) => each.besideRows[row]),
        }))}
      />
      <h4 className={styles.subtitle}>{texts.besideAreas}</h4>
      {areas.length === 0 ? <Note>{texts.besideNone}</Note> : null}
      <AreaList
        areas={areas.slice(0, FIRST).map(({ id, name, overstated }) => ({
          id,
          name,
          figure: (
            <Figure
              text={formats.count(overstated)}
              label={`${name}, ${texts.besideColumn}`}
              provenance={() => besideProvenance(app.store.getState(), (each) => each.besideColumn, id)}
            />
          ),
        }))}
      />
      {areas.length > FIRST ? (
        <Button look="link" onPress={() => changeView(app, { table: true })}>
          {texts.besideMore(formats.count(areas.length - FIRST))}
        </Button>
      ) : null}
    </PanelSection>
  );
}

function figuresOf({ coverage: { city } }: CoverageAnswer): Readonly<Record<Row, number>> {
  return {
    residents_reached: city.reached,
    reached_share: city.share,
    gap: city.areas.gap,
    nearest_median_m: city.nearestMedian,
  };
}
