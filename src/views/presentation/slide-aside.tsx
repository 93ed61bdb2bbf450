import { useAppState } from "../app-context.tsx";
import { SeriesSample } from "../charts/series-sample.tsx";
import { MapLegend } from "../controls/map-legend.tsx";
import styles from "./slide-aside.module.css";
import { useSlideLists } from "./slide-lists.ts";

interface SlideAsideProps {
  /** Whether the title of the slide says this already. */
  readonly isSaid: (title: string) => boolean;
}

/** Beside the map of a slide: its legend, and below it the areas that matter most. */
export function SlideAside({ isSaid }: SlideAsideProps) {
  const legend = useAppState((state) => state.transient.legend);
  const lists = useSlideLists();
  return (
    <div className={styles.aside}>
      {legend ? <MapLegend legend={legend} large titled={!isSaid(legend.title)} /> : null}
      <div className={styles.lists}>
        {lists.map(({ title, figures, rows }) => (
          <section key={title} className={styles.list}>
            <div className={styles.head}>
              <h2>{title}</h2>
              {figures ? <p className={styles.figures}>{figures}</p> : null}
            </div>
            <ul>
              {rows.map(({ key, label, value, mark, isGap, isReference }) => (
                <li
                  key={key}
                  className={styles.row}
                  data-gap={isGap || undefined}
                  data-reference={isReference || undefined}
                >
                  <span className={styles.name}>
                    {mark || isReference ? <SeriesSample mark={mark} /> : null}
                    {label}
                  </span>
                  <span className={styles.value}>{value}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
