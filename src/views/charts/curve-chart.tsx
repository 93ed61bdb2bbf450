import { useCallback } from "react";
import { ChartFrame, type ChartSize } from "./chart-frame.tsx";
import type { CurveChartData } from "./curve-series.ts";

interface CurveChartProps {
  readonly data: CurveChartData;
  /** Says in words what the chart shows; the same values stand in a table beside it. */
  readonly description: string;
  readonly waiting: string;
  readonly onDrawn: () => void;
}

/** Draws curves over distances; the drawing code is fetched when the first one is shown. */
export function CurveChart({ data, description, waiting, onDrawn }: CurveChartProps) {
  const draw = useCallback(
    (size: ChartSize) => import("./draw-curves.ts").then(({ drawCurves }) => drawCurves(data, size)),
    [data],
  );
  return <ChartFrame draw={draw} description={description} waiting={waiting} height={208} onDrawn={onDrawn} />;
}
