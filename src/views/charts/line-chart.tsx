import { useCallback } from "react";
import { ChartFrame, type ChartSize } from "./chart-frame.tsx";
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

/** Draws a line chart; the drawing code is fetched when the first chart is shown. */
export function LineChart({ data, description, waiting, height = 224, onDrawn }: LineChartProps) {
  const draw = useCallback(
    (size: ChartSize) => import("./draw-lines.ts").then(({ drawLines }) => drawLines(data, size)),
    [data],
  );
  return <ChartFrame draw={draw} description={description} waiting={waiting} height={height} onDrawn={onDrawn} />;
}
