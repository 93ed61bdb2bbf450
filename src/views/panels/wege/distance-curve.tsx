import { useCallback, useEffect, useMemo } from "react";
import { setPending } from "../../../commands/app.ts";
import { distanceTexts } from "../../../i18n/distance-texts.ts";
import { activeLevel, sozialraumIndex } from "../../../state/selectors/active-level.ts";
import { shownCurves } from "../../../state/selectors/band-rows.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { CurveChart } from "../../charts/curve-chart.tsx";
import { type CurveChartData, type CurveSeries, curveEnd, shareAt } from "../../charts/curve-series.ts";
import { CITY_LINE, seriesMark } from "../../charts/series-marks.ts";
import { Note } from "../../controls/note.tsx";
import { PanelSection } from "../../controls/panel-section.tsx";
import styles from "./distance-curve.module.css";
import { MethodLink } from "./method-link.tsx";

/** Which share of the people has it how far: the city, and the chosen Sozialraum beside it. */
export function DistanceCurve() {
  const app = useApp();
  const formats = useFormats();
  const texts = distanceTexts[useLanguage()];
  const curves = useAppState(shownCurves);
  const bands = useAppState((state) => state.view.bands);
  const hereName = useAppState((state) => {
    const level = activeLevel(state);
    const index = level && sozialraumIndex(level, curves?.sozialraum?.id);
    return index === undefined ? undefined : level?.sozialraeume[index]?.name;
  });

  const data = useMemo((): CurveChartData | undefined => {
    if (!curves || !(curves.city.residents > 0)) return undefined;
    const { reach } = curves.coverage;
    const city: CurveSeries = { key: "city", label: texts.city, ...curves.city };
    const here = curves.sozialraum;
    const series =
      here && hereName && here.curve.residents > 0
        ? [city, { key: here.id, label: hereName, colour: seriesMark(0).colour, ...here.curve }]
        : [city];
    const least = Math.max(reach * 1.25, ...bands);
    return {
      series,
      upTo: Math.max(...series.map((one) => curveEnd(one, least))),
      marked: [{ metres: reach, label: `${texts.reach} ${formats.metres(reach)}` }],
      formatMetres: (metres) => formats.metres(metres),
      formatShare: (share) => formats.withUnit(formats.count(share * 100), "%"),
    };
  }, [curves, bands, hereName, texts, formats]);

  // The view is complete only with its chart.
  useEffect(() => {
    setPending(app, "distance-chart", data !== undefined);
    return () => setPending(app, "distance-chart", false);
  }, [app, data]);
  const drawn = useCallback(() => setPending(app, "distance-chart", false), [app]);

  if (!curves || !data) return null;
  const { reach } = curves.coverage;
  const [city, here] = data.series;
  if (!city) return null;
  const at = (series: CurveSeries, metres: number) => formats.share(shareAt(series, metres));
  const spoken = data.series.map((series) => {
    const points = [...bands].map((metres) => texts.curvePoint(formats.metres(metres), at(series, metres)));
    return texts.curvePart(series.label, points.join(", "));
  });
  const left = (city.share[city.share.length - 1] ?? 0) - shareAt(city, data.upTo);
  return (
    <PanelSection id="distance-curve" title={texts.curve}>
      <p>
        {texts.curveNote(at(city, reach), formats.metres(reach))}{" "}
        {here ? texts.curveNoteHere(here.label, at(here, reach)) : null}
      </p>
      <CurveChart
        data={data}
        description={texts.curveLabel(spoken.join(" "))}
        waiting={texts.curveWaiting}
        onDrawn={drawn}
      />
      <ul className={styles.key} aria-hidden="true">
        {data.series.map(({ key, label, colour }) => (
          <li key={key}>
            <span
              className={styles.stroke}
              data-city={colour ? undefined : true}
              style={{ background: colour ?? CITY_LINE }}
            />
            {label}
          </li>
        ))}
      </ul>
      {left > 0.0005 ? <Note>{texts.curveCut(formats.metres(data.upTo), formats.share(left))}</Note> : null}
      {here ? null : <Note>{texts.curvePick}</Note>}
      <MethodLink
        asked={{
          title: (each) => each.curve,
          formula: "formulaWithin",
          rules: ["C3", "C16"],
          sozialraum: curves.sozialraum?.id,
        }}
      />
    </PanelSection>
  );
}
