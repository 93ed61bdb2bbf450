import styles from "./spark-line.module.css";

interface SparkLineProps {
  /** Undefined breaks the line: missing is not zero. */
  readonly values: readonly (number | undefined)[];
  readonly target?: number | undefined;
  readonly label: string;
}

const WIDTH = 96;
const HEIGHT = 26;
const EDGE = 4;

/** The course of a series in the height of a line of text; the target as a dashed line. The values themselves stand beside it. */
export function SparkLine({ values, target, label }: SparkLineProps) {
  const known = values.filter((value): value is number => value !== undefined);
  if (known.length < 2) return <span className={styles.none} />;
  const scaled = target === undefined ? known : [...known, target];
  const least = Math.min(...scaled);
  const span = Math.max(...scaled) - least || 1;
  const x = (index: number) => EDGE + (index * (WIDTH - 2 * EDGE)) / Math.max(1, values.length - 1);
  const y = (value: number) => HEIGHT - EDGE - ((value - least) * (HEIGHT - 2 * EDGE)) / span;
  let path = "";
  let pen = "M";
  values.forEach((value, index) => {
    if (value === undefined) {
      pen = "M";
      return;
    }
    path += `${pen}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    pen = "L";
  });
  const last = values.findLastIndex((value) => value !== undefined);
  return (
    <svg
      className={styles.spark}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      {target === undefined ? null : (
        <line x1={EDGE} x2={WIDTH - EDGE} y1={y(target)} y2={y(target)} className={styles.target} />
      )}
      <path d={path} className={styles.line} />
      <circle cx={x(last)} cy={y(values[last] as number)} r="2.5" className={styles.dot} />
    </svg>
  );
}
