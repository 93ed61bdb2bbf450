import type { LegendMark } from "../../domain/legend.ts";

const PATHS: Record<LegendMark["shape"], string> = {
  circle: "M8 2.500a5.500 5.500 0 1 0 0 11a5.500 5.500 0 1 0 0-11z",
  square: "M3 3h10v10H3z",
  diamond: "M8 1.500 14.500 8 8 14.500 1.500 8z",
  triangle: "M8 2 14.500 13.500H1.500z",
  pentagon: "M8 1.800 14.300 6.500 11.900 13.800H4.100L1.700 6.500z",
  hexagon: "M4.800 2.400h6.400L14.400 8l-3.200 5.600H4.800L1.600 8z",
};

/** The sign of a kind of Anlaufpunkt, as on the map: told apart by form, not by colour alone. */
export function MarkShape({ shape, colour, hollow = false }: Pick<LegendMark, "shape" | "colour" | "hollow">) {
  return (
    <svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true">
      <path
        d={PATHS[shape]}
        fill={hollow ? "#fff" : colour}
        stroke={hollow ? colour : "#fff"}
        strokeWidth={hollow ? 2 : 1.2}
      />
    </svg>
  );
}
