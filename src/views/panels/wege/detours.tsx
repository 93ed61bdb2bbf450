import { changeView } from "../../../commands/change-view.ts";
import { distanceTexts } from "../../../i18n/distance-texts.ts";
import { shownBands, shownBeside } from "../../../state/selectors/band-rows.ts";
import { comparedDetours, equalDetour, limitForDetour, shareWithin } from "../../../state/selectors/side-by-side.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Figure } from "../../controls/figure.tsx";
import { Note } from "../../controls/note.tsx";
import { PanelSection } from "../../controls/panel-section.tsx";
import { FigureTable } from "../../tables/figure-table.tsx";
import { coverageProvenance } from "../versorgung/coverage-provenance.ts";
import { bandsProvenance } from "./bands-provenance.ts";
import { ChoiceCell } from "./choice-cell.tsx";

/** The straight line with more and more detour, beside what is walked where there is a network. */
export function Detours() {
  const app = useApp();
  const formats = useFormats();
  const texts = distanceTexts[useLanguage()];
  const bands = useAppState(shownBands);
  const beside = useAppState(shownBeside);
  const isWalked = bands?.coverage.way === "walk";
  const counted = isWalked ? beside?.detours : bands?.detours;
  const settings = (isWalked ? beside?.straight : bands?.coverage)?.coverage.settings;
  if (!counted || !settings || !(counted.city.residents > 0)) return null;
  const { reach, detour } = settings;
  const columns = comparedDetours(detour).map((factor) => ({
    factor,
    share: shareWithin(counted, limitForDetour(reach, detour, factor)) ?? 0,
  }));
  const walked = isWalked ? bands.coverage.coverage.city.share : undefined;
  const equal = beside && isWalked ? equalDetour(beside) : undefined;
  const factorText = (factor: number) => formats.fixed(factor, factor * 10 === Math.round(factor * 10) ? 1 : 2);
  // Where ways are walked, these figures still rest on straight lines.
  const straightState = () => {
    const state = app.store.getState();
    return isWalked && beside ? { ...state, transient: { ...state.transient, coverage: beside.straight } } : state;
  };
  const provenance = (factor: number, share: number) =>
    bandsProvenance(straightState(), {
      title: (each) => each.detours,
      formula: "formulaDetour",
      rules: ["C3", "C16"],
      limit: `${formats.metres(reach)} ÷ ${factorText(factor)} = ${formats.metres(reach / factor)}`,
      value: formats.share(share),
    });
  return (
    <PanelSection id="detours" title={texts.detours}>
      <Note>{texts.detoursNote(formats.metres(reach))}</Note>
      <FigureTable
        caption={texts.detoursNote(formats.metres(reach))}
        look="choices"
        columns={[
          { id: "way", title: undefined },
          ...columns.map(({ factor }) => ({ id: String(factor), title: `× ${factorText(factor)}` })),
        ]}
        rows={[
          {
            id: "straight",
            head: texts.ways.straight,
            cells: columns.map(({ factor, share }) => (
              <ChoiceCell
                key={factor}
                share={formats.share(share)}
                metres={formats.metres(reach / factor)}
                take={texts.detourTake(factorText(factor), formats.share(share))}
                label={`${texts.detour} ${factorText(factor)}, ${formats.share(share)}`}
                isChosen={factor === detour && !isWalked}
                onTake={() => changeView(app, { detour: factor, way: undefined })}
                provenance={() => provenance(factor, share)}
              />
            )),
          },
          ...(walked === undefined
            ? []
            : [
                {
                  id: "walked",
                  head: texts.walkedRow,
                  cells: [
                    <Figure
                      key="walked"
                      text={formats.share(walked)}
                      label={texts.walkedRow}
                      provenance={() => coverageProvenance(app.store.getState(), "reached_share")}
                    />,
                  ],
                },
              ]),
        ]}
      />
      {equal === undefined ? null : <p>{texts.detoursWalked(factorText(equal.factor), equal.isMore)}</p>}
      <Note>{texts.detoursRounding}</Note>
    </PanelSection>
  );
}
