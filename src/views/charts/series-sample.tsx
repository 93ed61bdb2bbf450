import { CITY_LINE, type SeriesMark } from "./series-marks.ts";

/** Around the middle of the sample at 15/8. */
const SHAPES: Record<SeriesMark["symbol"], string> = {
  circle: "M15 4a4 4 0 1 1-.01 0Z",
  square: "M11.500 4.500h7v7h-7Z",
  triangle: "M15 3 19.500 11.500h-9Z",
  diamond: "M15 2.500 19 8 15 13.500 11 8Z",
  cross: "M13.500 3.500h3v3h3v3h-3v3h-3v-3h-3v-3h3Z",
  star: "M15 2.500l1.500 3.900 4.100.200-3.200 2.600 1.100 4L15 10.900l-3.500 2.300 1.100-4L9.400 6.600l4.100-.200Z",
};

/** How a line looks in the chart, for lists and tables; without a mark that of the city. */
export function SeriesSample({ mark }: { mark?: SeriesMark | undefined }) {
  return (
    <svg width="30" height="16" viewBox="0 0 30 16" aria-hidden="true">
      <path
        d="M1 8H29"
        stroke={mark?.colour ?? CITY_LINE}
        strokeWidth={mark ? 2 : 5}
        strokeDasharray={mark?.dash}
        strokeLinecap={mark ? "butt" : "round"}
      />
      {mark ? <path d={SHAPES[mark.symbol]} fill={mark.colour} /> : null}
    </svg>
  );
}
