import { chooseSpeed } from "../../../commands/choose-speed.ts";
import { WALK_MINUTES } from "../../../domain/walking-time.ts";
import { distanceTexts } from "../../../i18n/distance-texts.ts";
import { shownBands } from "../../../state/selectors/band-rows.ts";
import { speedRows } from "../../../state/selectors/side-by-side.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Note } from "../../controls/note.tsx";
import { PanelSection } from "../../controls/panel-section.tsx";
import { FigureTable } from "../../tables/figure-table.tsx";
import { bandsProvenance } from "./bands-provenance.ts";
import { ChoiceCell } from "./choice-cell.tsx";

/** Who gets there in how many minutes, at each walking speed; a click makes it the question. */
export function WalkingTimes() {
  const app = useApp();
  const formats = useFormats();
  const texts = distanceTexts[useLanguage()];
  const answer = useAppState(shownBands);
  const speed = useAppState((state) => state.view.speed);
  const reach = useAppState((state) => state.view.reach);
  if (!answer || !(answer.bands.city.residents > 0)) return null;
  const inMinutes = (minutes: number) => texts.minutes(formats.count(minutes));
  return (
    <PanelSection id="walking-times" title={texts.times}>
      <Note>{texts.timesNote}</Note>
      <FigureTable
        caption={texts.timesNote}
        look="choices"
        columns={[
          { id: "speed", title: undefined },
          ...WALK_MINUTES.map((minutes) => ({ id: String(minutes), title: inMinutes(minutes) })),
        ]}
        rows={speedRows(answer.times).map((row) => {
          const kmh = texts.kmh(formats.fixed(row.speed, 1));
          return {
            id: String(row.speed),
            head: (
              <>
                {kmh}
                <Note>{texts.speeds[row.speed]}</Note>
              </>
            ),
            cells: row.times.map(({ minutes, metres, share = 0 }) => {
              const limit = `${inMinutes(minutes)} × ${kmh} = ${formats.metres(metres)}`;
              return (
                <ChoiceCell
                  key={minutes}
                  share={formats.share(share)}
                  metres={formats.metres(metres)}
                  take={texts.take(kmh, inMinutes(minutes), formats.share(share), formats.metres(metres))}
                  label={`${kmh}, ${inMinutes(minutes)}, ${formats.share(share)}`}
                  isChosen={row.speed === speed && metres === reach}
                  onTake={() => chooseSpeed(app, row.speed, { reach: metres })}
                  provenance={() =>
                    bandsProvenance(app.store.getState(), {
                      title: (each) => each.times,
                      formula: "formulaTime",
                      rules: ["C3", "C16"],
                      limit,
                      value: formats.share(share),
                    })
                  }
                />
              );
            }),
          };
        })}
      />
    </PanelSection>
  );
}
