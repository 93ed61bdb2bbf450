import { useMemo } from "react";
import type { PreviewPlace } from "../../../domain/data-draft.ts";
import { type LonLatBox, type Shapes, shapesBox } from "../../../geo/shapes.ts";
import { placingTexts } from "../../../i18n/placing-texts.ts";
import { placeBox } from "../../../state/selectors/place-box.ts";
import { useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import styles from "./place-sketch.module.css";

const WIDTH = 360;
const HEIGHT = 250;
const MARGIN = 8;
/** Pixels. */
const APART = 0.7;
const POINTS = 400;

interface PlaceSketchProps {
  readonly place: PreviewPlace;
  /** The city that is open has nothing to do with it. */
  readonly isAlone: boolean;
}

/** Where the data lie: their outlines or points over the outlines of the city that is open. Nothing is asked of anybody. */
export function PlaceSketch({ place, isAlone }: PlaceSketchProps) {
  const texts = placingTexts[useLanguage()];
  const formats = useFormats();
  const shapes = useAppState((state) => (isAlone ? undefined : state.document.map?.levels[0]?.shapes));
  const city = useAppState((state) => state.document.map?.info.title ?? "");
  const drawing = useMemo(() => draw(place, shapes), [place, shapes]);
  const words =
    place.insideCity === undefined || isAlone
      ? texts.placeAlone(
          formats.decimal((place.box[0] + place.box[2]) / 2, 2),
          formats.decimal((place.box[1] + place.box[3]) / 2, 2),
        )
      : texts.placeInside(formats.share(place.insideCity), city);
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${texts.placePicture}. ${words}`}>
        <path d={drawing.city} className={styles.city} />
        <path d={drawing.lines} className={styles.lines} />
        {drawing.points.map(([x, y]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r={2.2} className={styles.point} />
        ))}
      </svg>
      <figcaption>{words}</figcaption>
    </figure>
  );
}

function draw(place: PreviewPlace, shapes: Shapes | undefined) {
  const own = shapes && shapesBox(shapes);
  const theirs = placeBox(place);
  const box: LonLatBox = own
    ? [
        Math.min(own[0], theirs[0]),
        Math.min(own[1], theirs[1]),
        Math.max(own[2], theirs[2]),
        Math.max(own[3], theirs[3]),
      ]
    : theirs;
  const narrowing = Math.cos((((box[1] + box[3]) / 2) * Math.PI) / 180);
  const wide = Math.max(1e-6, (box[2] - box[0]) * narrowing);
  const high = Math.max(1e-6, box[3] - box[1]);
  const scale = Math.min((WIDTH - 2 * MARGIN) / wide, (HEIGHT - 2 * MARGIN) / high);
  const left = (WIDTH - wide * scale) / 2;
  const top = (HEIGHT - high * scale) / 2;
  const at = (lon: number, lat: number) =>
    [
      Math.round(10 * (left + (lon - box[0]) * narrowing * scale)) / 10,
      Math.round(10 * (top + (box[3] - lat) * scale)) / 10,
    ] as const;
  // Of vertices that fall together at this size one is drawn.
  const path = (coordinates: Float64Array, from: number, to: number) => {
    let text = "";
    let [lastX, lastY] = [Number.NaN, Number.NaN];
    for (let v = from; v < to; v++) {
      const [x, y] = at(coordinates[2 * v] as number, coordinates[2 * v + 1] as number);
      if (Math.abs(x - lastX) < APART && Math.abs(y - lastY) < APART) continue;
      text += `${text === "" ? "M" : "L"}${x} ${y}`;
      [lastX, lastY] = [x, y];
    }
    return text;
  };
  let city = "";
  for (let r = 0; shapes && r + 1 < shapes.ringStarts.length; r++) {
    city += path(shapes.coordinates, shapes.ringStarts[r] as number, shapes.ringStarts[r + 1] as number);
  }
  const lines = place.lines.map((line) => path(line, 0, line.length / 2)).join("");
  const points: (readonly [number, number])[] = [];
  const seen = new Set<string>();
  const every = Math.max(1, Math.ceil(place.points.length / 2 / POINTS));
  for (let i = 0; place.lines.length === 0 && i < place.points.length / 2; i += every) {
    const point = at(place.points[2 * i] as number, place.points[2 * i + 1] as number);
    if (seen.has(point.join())) continue;
    seen.add(point.join());
    points.push(point);
  }
  return { city, lines, points };
}
