import type { App } from "../../../commands/app.ts";
import { exportTable } from "../../../commands/export-table.ts";
import { bandRows, shownBands, shownBeside } from "../../../state/selectors/band-rows.ts";

/** Saves the bands of all Sozialräume, by id; beside ways that are walked also whom the straight line would count. */
export async function saveBands(app: App): Promise<void> {
  const state = app.store.getState();
  const rows = bandRows(state);
  const answer = shownBands(state);
  if (!rows || !answer) return;
  const { limits } = answer.bands;
  const last = limits.at(-1) ?? 0;
  const beside = shownBeside(state);
  const number = (value: number | undefined, digits?: number) =>
    value === undefined || Number.isNaN(value) ? ({ missing: true } as const) : { number: value, digits };
  await exportTable(
    app,
    [
      "sozialraum_id",
      "sozialraum",
      "way",
      "residents",
      ...limits.map((limit) => `up_to_${limit}_m`),
      `over_${last}_m`,
      "no_way",
      "way_unknown",
      "share_over",
      ...(beside ? ["reached_straight", "reached_walked"] : []),
    ],
    rows.map((row, a) => {
      const counted = (value: number | undefined) => number(row.residents === undefined ? undefined : value);
      return [
        { text: row.id },
        { text: row.name },
        { text: answer.coverage.way },
        number(row.residents),
        ...limits.map((_, band) => counted(row.bands[band])),
        counted(row.beyond),
        counted(row.noPlace),
        counted(row.unknown),
        number(row.beyondShare, 4),
        ...(beside
          ? [number(beside.straight.coverage.areas.reached[a]), number(beside.walked.coverage.areas.reached[a])]
          : []),
      ];
    }),
  );
}
