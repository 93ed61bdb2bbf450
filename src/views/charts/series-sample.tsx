import { CITY_LINE, type SeriesMark } from "./series-marks.ts";

const SHAPES: Record<SeriesMark["symbol"], string> = {
  circle: "M12 3.500a4.500 4.500 0 1 1-.01 0Z",
  square: "M8 4h8v8h-8Z",
  triangle: "M12 2.500 17 12H7Z",
  diamond: "M12 2 16 8 12 14 8 8Z",
  cross: "M10.300 3h3.400v3.300h3.300v3.400h-3.300V13h-3.400V9.700H7V6.300h3.300Z",
  star: "M12 2l1.600 4.200 4.400.2-3.500 2.800 1.200 4.300L12 11l-3.700 2.500 1.200-4.300L6 6.400l4.400-.2Z",
};

/** How a line looks in the chart, for lists and tables; without a mark that of the city. */
export function SeriesSample({ mark }: { mark?: SeriesMark | undefined }) {
  return (
    <svg width="24" height="16" viewBox="0 0 24 16" aria-hidden="true">
      <path
        d="M1 8H23"
        stroke={mark?.colour ?? CITY_LINE}
        strokeWidth={mark ? 2 : 5}
        strokeDasharray={mark?.dash}
        strokeLinecap={mark ? "butt" : "round"}
      />
      {mark ? <path d={SHAPES[mark.symbol]} fill={mark.colour} stroke="#fff" strokeWidth="1" /> : null}
    </svg>
  );
}
