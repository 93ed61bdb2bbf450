import { useEffect, useRef, useState } from "react";
import styles from "./line-chart.module.css";
import type { LineChartData } from "./line-series.ts";

interface LineChartProps {
  readonly data: LineChartData;
  /** Says in words what the chart shows; the same values stand in a table beside it. */
  readonly description: string;
  readonly waiting: string;
  readonly height?: number;
  /** Called when what `data` says is drawn. */
  readonly onDrawn: () => void;
}

/** Draws a line chart as wide as the room it has; the drawing code is fetched when the first chart is shown. */
export function LineChart({ data, description, waiting, height = 224, onDrawn }: LineChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [isDrawn, setDrawn] = useState(false);

  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.floor(entry.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (width < 80) return;
    let isCurrent = true;
    void import("./draw-lines.ts").then(({ drawLines }) => {
      if (!isCurrent || !frame.current) return;
      frame.current.replaceChildren(drawLines(data, { width, height }));
      setDrawn(true);
      onDrawn();
    });
    return () => {
      isCurrent = false;
    };
  }, [data, width, height, onDrawn]);

  return (
    <div className={styles.chart} style={{ minHeight: height }}>
      {isDrawn ? null : <p className={styles.waiting}>{waiting}</p>}
      <div ref={frame} role="img" aria-label={description} />
    </div>
  );
}
