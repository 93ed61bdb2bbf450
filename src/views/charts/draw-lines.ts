import { axisX, axisY, dot, gridY, line, plot, text } from "@observablehq/plot";
import { labelPlaces } from "./label-places.ts";
import type { LineChartData, LineSeries } from "./line-series.ts";
import { CITY_LINE } from "./series-marks.ts";

interface Frame {
  readonly width: number;
  readonly height: number;
}

const MARGIN = { top: 12, right: 116, bottom: 26, left: 44 };
const LABEL_GAP = 14;
const INK = "#44545e";
const MOST_TICKS = 5;
const LONGEST_LABEL = 17;

/** A small line chart: labels at the ends of the lines, gaps where a value is missing, a cross at the foot where it is secret. */
export function drawLines(data: LineChartData, { width, height }: Frame): SVGSVGElement {
  const values = data.series.flatMap((series) =>
    series.points.flatMap(({ value }) => (value === undefined ? [] : [value])),
  );
  const domain = valueDomain(values);
  const periods = data.periods;
  const places = endLabels(data, domain, height);
  const own = data.series.filter((series) => series.mark);
  const beside = data.series.filter((series) => !series.mark);
  const known = (series: LineSeries) =>
    series.points.map(({ value }, i) => ({ x: periods[i]?.at ?? 0, y: value ?? Number.NaN }));
  const foot = domain[0];

  const drawing = plot({
    width,
    height,
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    x: { type: "linear", domain: spanOf(periods.map(({ at }) => at)), label: null },
    y: { type: "linear", domain, label: null },
    marks: [
      gridY({ ticks: 4, stroke: "#d9e0e2", strokeOpacity: 1 }),
      axisY({ ticks: 4, tickSize: 0, fill: INK, fontSize: 12, tickFormat: (value: number) => data.formatTick(value) }),
      axisX({
        ticks: ticksOf(periods).map(({ at }) => at),
        tickSize: 4,
        stroke: "#84939a",
        fill: INK,
        fontSize: 12,
        tickFormat: (at: number) => periods.find((period) => period.at === at)?.label ?? "",
      }),
      ...beside.flatMap((series) => [
        line(known(series), { x: "x", y: "y", stroke: CITY_LINE, strokeWidth: 5, strokeLinecap: "round" }),
        dot(known(series), { x: "x", y: "y", fill: CITY_LINE, r: 3.5 }),
      ]),
      ...own.flatMap((series) => {
        const { colour, dash, symbol } = series.mark ?? { colour: INK, symbol: "circle" };
        const secret = series.points.flatMap(({ isSuppressed }, i) =>
          isSuppressed ? [{ x: periods[i]?.at ?? 0, y: foot }] : [],
        );
        return [
          line(known(series), {
            x: "x",
            y: "y",
            stroke: colour,
            strokeWidth: 2,
            ...(dash ? { strokeDasharray: dash } : {}),
          }),
          dot(known(series), { x: "x", y: "y", fill: colour, stroke: "#ffffff", strokeWidth: 0.8, r: 4, symbol }),
          text(secret, { x: "x", y: "y", text: () => "×", fill: colour, fontSize: 15, dy: -5 }),
        ];
      }),
      ...places.map(({ series, x, y }) =>
        text([{ x, y }], {
          x: "x",
          y: "y",
          text: () => shortened(series.label),
          title: () => series.label,
          fill: series.mark?.colour ?? "#5c6b74",
          fontSize: 12,
          fontWeight: 600,
          textAnchor: "start",
          dx: 10,
          stroke: "#ffffff",
          strokeWidth: 3,
        }),
      ),
    ],
  }) as SVGSVGElement;
  // The frame around it says what it shows; Plot names its groups in a way that ARIA does not allow.
  drawing.setAttribute("aria-hidden", "true");
  return drawing;
}

const shortened = (label: string) =>
  label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : label;

/** From zero when the values are far apart, else around them, so that a development can be seen. */
function valueDomain(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 1];
  const least = Math.min(...values);
  const most = Math.max(...values);
  const room = (most - least || Math.abs(most) || 1) * 0.12;
  const fromZero = least >= 0 && least < most * 0.45;
  const toZero = most <= 0 && most > least * 0.45;
  return [fromZero ? 0 : least - room, toZero ? 0 : most + room];
}

/** A single period stands in the middle. */
function spanOf(positions: readonly number[]): [number, number] {
  const first = positions[0] ?? 0;
  const last = positions.at(-1) ?? first;
  return first === last ? [first - 1, last + 1] : [first, last];
}

/** The first, the last and as many between as can be read. */
function ticksOf(periods: LineChartData["periods"]): LineChartData["periods"] {
  if (periods.length <= MOST_TICKS) return periods;
  const step = Math.ceil((periods.length - 1) / (MOST_TICKS - 1));
  return periods.filter((_, i) => (periods.length - 1 - i) % step === 0);
}

/** Each line's label beside its last value, moved up or down where labels would meet; heights are given back in values. */
function endLabels({ series, periods }: LineChartData, [low, high]: [number, number], height: number) {
  const ends = series.flatMap((one) => {
    const last = one.points.findLastIndex(({ value }) => value !== undefined);
    const value = one.points[last]?.value;
    return value === undefined ? [] : [{ series: one, value }];
  });
  const top = MARGIN.top;
  const bottom = height - MARGIN.bottom;
  const toPixel = (value: number) => bottom - ((value - low) / (high - low)) * (bottom - top);
  const toValue = (pixel: number) => low + ((bottom - pixel) / (bottom - top)) * (high - low);
  const places = labelPlaces(
    ends.map(({ value }) => toPixel(value)),
    LABEL_GAP,
    top,
    bottom,
  );
  const x = periods.at(-1)?.at ?? 0;
  return ends.map((end, i) => ({ series: end.series, x, y: toValue(places[i] as number) }));
}
