import { useEffect, useRef, useState } from "react";
import styles from "./chart-frame.module.css";

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

interface ChartFrameProps {
  /** Draws what is to be shown; another function is another drawing, so keep it stable. Its code may be fetched first. */
  readonly draw: (size: ChartSize) => Promise<SVGSVGElement>;
  /** Says in words what the chart shows; the same values stand in a table beside it. */
  readonly description: string;
  readonly waiting: string;
  readonly height: number;
  /** Called when it is drawn. */
  readonly onDrawn: () => void;
}

/** Room for a chart that is as wide as it can be, drawn anew when the room changes. */
export function ChartFrame({ draw, description, waiting, height, onDrawn }: ChartFrameProps) {
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
    void draw({ width, height }).then((drawing) => {
      if (!isCurrent || !frame.current) return;
      frame.current.replaceChildren(drawing);
      setDrawn(true);
      onDrawn();
    });
    return () => {
      isCurrent = false;
    };
  }, [draw, width, height, onDrawn]);

  return (
    <div className={styles.chart} style={{ minHeight: height }}>
      {isDrawn ? null : <p className={styles.waiting}>{waiting}</p>}
      <div ref={frame} role="img" aria-label={description} />
    </div>
  );
}
