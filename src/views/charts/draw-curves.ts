import { axisX, axisY, gridY, line, plot, ruleX, text } from "@observablehq/plot";
import type { ChartSize } from "./chart-frame.tsx";
import type { CurveChartData, CurveSeries } from "./curve-series.ts";
import { CITY_LINE } from "./series-marks.ts";

const MARGIN = { top: 22, right: 24, bottom: 28, left: 46 };
const INK = "#44545e";
const MARK = "#84939a";

/** Shares over distances: rising curves from nobody to all, and lines at the distances that matter. */
export function drawCurves(data: CurveChartData, { width, height }: ChartSize): SVGSVGElement {
  const { upTo, marked } = data;
  const own = data.series.filter(({ colour }) => colour !== undefined);
  const beside = data.series.filter(({ colour }) => colour === undefined);
  const stroke = (series: CurveSeries) =>
    line(pointsOf(series, upTo), {
      x: "metres",
      y: "share",
      stroke: series.colour ?? CITY_LINE,
      strokeWidth: series.colour ? 2.2 : 5,
      strokeLinecap: "round",
      strokeLinejoin: "round",
    });
  const drawing = plot({
    width,
    height,
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    x: { type: "linear", domain: [0, upTo], label: null },
    y: { type: "linear", domain: [0, 1], label: null },
    marks: [
      gridY({ ticks: [0, 0.25, 0.5, 0.75, 1], stroke: "#d9e0e2", strokeOpacity: 1 }),
      axisY({
        ticks: [0, 0.25, 0.5, 0.75, 1],
        tickSize: 0,
        fill: INK,
        fontSize: 12,
        tickFormat: (value: number) => data.formatShare(value),
      }),
      axisX({
        ticks: Math.max(2, Math.round(width / 90)),
        tickSize: 4,
        stroke: MARK,
        fill: INK,
        fontSize: 12,
        tickFormat: (value: number) => data.formatMetres(value),
      }),
      ruleX(
        marked.map(({ metres }) => metres),
        { stroke: MARK, strokeDasharray: "3 3" },
      ),
      text(marked, {
        x: "metres",
        y: 1,
        text: "label",
        fill: INK,
        fontSize: 12,
        dy: -12,
        // At the end of the axis the name has no room to its right.
        textAnchor: "middle",
      }),
      ...beside.map(stroke),
      ...own.map(stroke),
    ],
  }) as SVGSVGElement;
  // The frame around it says what it shows; Plot names its groups in a way that ARIA does not allow.
  drawing.setAttribute("aria-hidden", "true");
  return drawing;
}

function pointsOf({ metres, share }: CurveSeries, upTo: number): { metres: number; share: number }[] {
  const points: { metres: number; share: number }[] = [];
  for (let k = 0; k < metres.length; k++) {
    const at = metres[k] as number;
    if (at > upTo) break;
    points.push({ metres: at, share: share[k] as number });
  }
  // Who has arrived before the end of the axis stays there.
  const last = points.at(-1);
  if (last && last.metres < upTo && metres.length === points.length) points.push({ metres: upTo, share: last.share });
  return points;
}
