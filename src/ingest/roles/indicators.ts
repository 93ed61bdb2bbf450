import type { Indicator, IndicatorDirection, IndicatorKind } from "../../domain/indicator.ts";
import { localized } from "../../domain/localized.ts";
import { keyedRows, noRows } from "../keyed-rows.ts";
import type { PackageResource } from "../package/descriptor.ts";
import { RecordCells } from "../record-cells.ts";
import type { ResourceReading, RoleResult } from "../resource-reading.ts";
import { nameRowSubjects } from "../row-subjects.ts";

const KINDS: readonly IndicatorKind[] = ["count", "share", "rate", "index", "mean", "class"];
const DIRECTIONS: readonly IndicatorDirection[] = ["more-is-better", "more-is-worse", "neutral"];

/** Definitions of series. Numerator, denominator and goals are ids; whether they exist is checked when all are read. */
export function readIndicators(reading: ResourceReading<"indicators">, taken: Set<string>): RoleResult<Indicator[]> {
  const cells = new RecordCells(reading);
  const idAt = cells.required("id");
  const titleRequired = cells.required("title");
  if (!idAt || !titleRequired) return noRows(reading);
  const titleAt = cells.localized("title");
  const unitAt = cells.localized("unit");
  const kindAt = cells.choice("kind", KINDS);
  const directionAt = cells.choice("direction", DIRECTIONS);
  const numeratorAt = cells.text("numerator");
  const denominatorAt = cells.text("denominator");
  const perAt = cells.number("per");
  const goalsAt = cells.list("goals");
  const targetAt = cells.number("target");
  const targetDateAt = cells.period("targetDate");
  const descriptionAt = cells.localized("description");
  const namedAt = cells.text("id");
  nameRowSubjects(reading, (row) => {
    const id = namedAt(row);
    return id === undefined ? undefined : { on: "indicator", id };
  });
  return keyedRows(reading, taken, (row) => {
    const id = idAt(row);
    const title = titleRequired(row) === undefined ? undefined : titleAt(row);
    if (id === undefined || title === undefined) return undefined;
    const unit = unitAt(row);
    return {
      id,
      title,
      unit,
      // Contract: shares have the unit %; what says nothing of itself counts something.
      kind: kindAt(row) ?? (unit?.de === "%" ? "share" : "count"),
      direction: directionAt(row) ?? "neutral",
      numerator: numeratorAt(row),
      denominator: denominatorAt(row),
      per: perAt(row),
      goals: goalsAt(row),
      target: targetAt(row),
      targetDate: targetDateAt(row),
      description: descriptionAt(row),
      resource: reading.resource.name,
    };
  });
}

/** Definitions that a table of observations brings along itself. */
export function inlineIndicators({ keys, name }: PackageResource<"observations">): Indicator[] {
  return (keys.indicators ?? []).map(({ id, title, unit, kind, direction }) => ({
    id,
    title: localized(title),
    unit: unit === undefined ? undefined : { de: unit, en: unit },
    kind: kind ?? (unit === "%" ? "share" : "count"),
    direction: direction ?? "neutral",
    goals: [],
    resource: name,
  }));
}
