import { ChevronDown, ChevronUp } from "lucide-react";
import type { Legend, LegendCircles } from "../../domain/legend.ts";
import { shellTexts } from "../../i18n/shell-texts.ts";
import { useAppState, useFormats, useLanguage } from "../app-context.tsx";
import { largestCircle } from "../map/largest-circle.ts";
import { Swatch } from "../map/swatch.tsx";
import styles from "./map-legend.module.css";
import { MarkShape } from "./mark-shape.tsx";

interface MapLegendProps {
  readonly legend: Legend;
  readonly large?: boolean;
  /** The title stands elsewhere already, as on a slide: only the unit is said here. */
  readonly titled?: boolean;
  /** Wide instead of high. */
  readonly isFlat?: boolean;
  /** Only its title is shown; it can be folded where `onFold` is given. */
  readonly isFolded?: boolean;
  readonly onFold?: (folded: boolean) => void;
}

/** What the colours mean, with how often each occurs. */
export function MapLegend({
  legend,
  large = false,
  titled = true,
  isFlat = false,
  isFolded = false,
  onFold,
}: MapLegendProps) {
  const formats = useFormats();
  const texts = shellTexts[useLanguage()];
  const hasMore = legend.entries.length + legend.marks.length + legend.notes.length > 0 || legend.circles !== undefined;
  const Fold = isFolded ? ChevronUp : ChevronDown;
  return (
    <section
      className={styles.legend}
      data-large={large || undefined}
      data-flat={(isFlat && !isFolded) || undefined}
      aria-label={legend.title}
    >
      <div className={styles.head}>
        {titled || legend.unit ? (
          <h2 className={styles.title}>
            {titled ? `${legend.title} ` : null}
            {legend.unit ? (
              <span className={styles.unit}>{titled || legend.unit !== "%" ? legend.unit : texts.inPerCent}</span>
            ) : null}
          </h2>
        ) : null}
        {onFold && hasMore ? (
          <button
            type="button"
            className={styles.fold}
            aria-expanded={!isFolded}
            aria-label={isFolded ? texts.legendUnfold : texts.legendFold}
            title={isFolded ? texts.legendUnfold : texts.legendFold}
            onClick={() => onFold(!isFolded)}
          >
            <Fold size={16} aria-hidden />
          </button>
        ) : null}
      </div>
      <div hidden={isFolded}>
        <div className={styles.classes}>
          <ul>
            {legend.entries.map((entry) => (
              <li key={entry.key} className={styles.entry}>
                <Swatch colour={entry.colour} pattern={entry.pattern} />
                <span className={styles.label}>{entry.label}</span>
                {entry.count === undefined ? null : <span className={styles.count}>{formats.count(entry.count)}</span>}
              </li>
            ))}
          </ul>
          {legend.circles ? <CircleSizes circles={legend.circles} /> : null}
        </div>
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
        <div className={styles.notes}>
          {legend.notes.map((note) => (
            <p key={note} className={styles.note}>
              {note}
            </p>
          ))}
        </div>
      </div>
    </section>
  );
}

/** Larger circles than these leave no room for what they mean. */
const LARGEST_SHOWN = 40;

/** As large as on the map that is shown; those that have grown too large are left out. */
function CircleSizes({ circles }: { circles: LegendCircles }) {
  const zoom = useAppState((state) => state.view.map?.zoom ?? state.transient.mapZoom);
  const scale = zoom === undefined ? 1 : largestCircle(zoom) / circles.largest;
  const steps = circles.steps.map((step) => ({ ...step, radius: step.radius * scale }));
  const least = Math.min(...steps.map(({ radius }) => radius));
  const shown = steps.filter(({ radius }) => radius <= Math.max(least, LARGEST_SHOWN));
  return (
    <ul className={styles.circles}>
      {shown.map(({ label, radius }) => (
        <li key={label}>
          <svg width={2 * radius + 2} height={2 * radius + 2} aria-hidden="true">
            <circle
              cx={radius + 1}
              cy={radius + 1}
              r={radius}
              fill={circles.colour}
              fillOpacity="0.62"
              stroke={circles.colour}
            />
          </svg>
          <span>{label}</span>
        </li>
      ))}
    </ul>
  );
}
