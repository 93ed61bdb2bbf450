import type { Legend } from "../../domain/legend.ts";
import { useFormats } from "../app-context.tsx";
import { Swatch } from "../map/swatch.tsx";
import styles from "./map-legend.module.css";
import { MarkShape } from "./mark-shape.tsx";

interface MapLegendProps {
  readonly legend: Legend;
  readonly large?: boolean;
  /** The title stands elsewhere already, as on a slide: only the unit is said here. */
  readonly titled?: boolean;
}

/** What the colours mean, with how often each occurs. */
export function MapLegend({ legend, large = false, titled = true }: MapLegendProps) {
  const formats = useFormats();
  const { circles } = legend;
  const widest = circles ? Math.max(...circles.steps.map((step) => step.radius)) : 0;
  return (
    <section className={styles.legend} data-large={large || undefined} aria-label={legend.title}>
      {titled || legend.unit ? (
        <h2 className={styles.title}>
          {titled ? legend.title : null}
          {legend.unit ? <span className={styles.unit}>{legend.unit}</span> : null}
        </h2>
      ) : null}
      <ul>
        {legend.entries.map((entry) => (
          <li key={entry.key} className={styles.entry}>
            <Swatch colour={entry.colour} pattern={entry.pattern} />
            <span className={styles.label}>{entry.label}</span>
            {entry.count === undefined ? null : <span className={styles.count}>{formats.count(entry.count)}</span>}
          </li>
        ))}
      </ul>
      {circles ? (
        <ul className={styles.circles}>
          {circles.steps.map((step) => (
            <li key={step.label}>
              <svg width={2 * widest + 2} height={2 * step.radius + 2} aria-hidden="true">
                <circle
                  cx={widest + 1}
                  cy={step.radius + 1}
                  r={step.radius}
                  fill={circles.colour}
                  fillOpacity="0.55"
                  stroke={circles.colour}
                />
              </svg>
              <span>{step.label}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {legend.marks.length > 0 ? (
        <ul className={styles.marks}>
          {legend.marks.map((mark) => (
            <li key={mark.key} className={styles.entry}>
              <MarkShape shape={mark.shape} colour={mark.colour} hollow={mark.hollow} />
              <span className={styles.label}>{mark.label}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {legend.notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </section>
  );
}
