import type { FillPattern } from "./map-scene.ts";
import styles from "./swatch.module.css";

/** A sample of an area's fill, pattern included, for legends and tables. */
export function Swatch({ colour, pattern }: { colour: string; pattern: FillPattern }) {
  const ink = "rgb(20 34 43 / 45%)";
  return (
    <svg className={styles.swatch} viewBox="0 0 18 13" width="18" height="13" aria-hidden="true">
      <rect width="18" height="13" fill={colour} />
      {pattern === "hatch" ? (
        <path d="M-2 5 5 -2M-2 11 11 -2M2 13 17 -2M8 13 20 1M14 13 20 7" stroke={ink} strokeWidth="1.1" fill="none" />
      ) : null}
      {pattern === "cross" ? (
        <path d="M0 3.500h18M0 9.500h18M4.500 0v13M9 0v13M13.500 0v13" stroke={ink} strokeWidth="0.9" />
      ) : null}
      {pattern === "dots" ? (
        <g fill={ink}>
          <circle cx="3.500" cy="3.500" r="1.200" />
          <circle cx="9" cy="3.500" r="1.200" />
          <circle cx="14.500" cy="3.500" r="1.200" />
          <circle cx="6.250" cy="9.500" r="1.200" />
          <circle cx="11.750" cy="9.500" r="1.200" />
        </g>
      ) : null}
    </svg>
  );
}
