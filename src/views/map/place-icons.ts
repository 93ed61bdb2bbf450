import type { PlaceMark, PlaceShape } from "./map-scene.ts";
import { drawIcon, type RasterIcon } from "./raster-icon.ts";

const SIZE = 22;
const CENTRE = SIZE / 2;
const CASING = "#ffffff";
const NUMBER_FONT = '"Source Sans 3 Variable", "Source Sans 3", system-ui, sans-serif';

type PlaceLook = Pick<PlaceMark, "shape" | "colour" | "hollow" | "number">;

export const placeIconKey = ({ shape, colour, hollow, number }: PlaceLook) =>
  `place|${shape}|${colour}|${hollow ? "hollow" : "full"}${number === undefined ? "" : `|${number}`}`;

/** Corners and radius such that all shapes weigh about the same on the map. */
const POLYGONS: Record<Exclude<PlaceShape, "circle">, { corners: number; radius: number; turn: number }> = {
  square: { corners: 4, radius: 8.1, turn: Math.PI / 4 },
  diamond: { corners: 4, radius: 8.6, turn: 0 },
  triangle: { corners: 3, radius: 8.9, turn: 0 },
  pentagon: { corners: 5, radius: 7.8, turn: 0 },
  hexagon: { corners: 6, radius: 7.5, turn: Math.PI / 6 },
};

function trace(pen: OffscreenCanvasRenderingContext2D, shape: PlaceShape): void {
  pen.beginPath();
  if (shape === "circle") {
    pen.arc(CENTRE, CENTRE, 6.8, 0, 2 * Math.PI);
    return;
  }
  const { corners, radius, turn } = POLYGONS[shape];
  const lift = shape === "triangle" ? 1.4 : 0;
  for (let k = 0; k < corners; k++) {
    const angle = (2 * Math.PI * k) / corners - Math.PI / 2 + turn;
    pen.lineTo(CENTRE + radius * Math.cos(angle), CENTRE + lift + radius * Math.sin(angle));
  }
  pen.closePath();
}

/** A place in its shape: dark fill and white casing; a planned one is hollow. */
export function placeIcon(look: PlaceLook): RasterIcon {
  const { shape, colour, hollow, number } = look;
  if (number !== undefined) return numberIcon(look, String(number));
  return drawIcon(SIZE, 3, (pen) => {
    pen.lineJoin = "round";
    trace(pen, shape);
    pen.strokeStyle = CASING;
    pen.lineWidth = hollow ? 6.5 : 4.2;
    pen.stroke();
    pen.fillStyle = hollow ? CASING : colour;
    pen.fill();
    if (hollow) {
      pen.strokeStyle = colour;
      pen.lineWidth = 2.4;
      pen.stroke();
    }
  });
}

const NUMBER_SIZE = 30;

/** A number in a ring; filled where it is chosen. */
function numberIcon({ colour, hollow }: PlaceLook, number: string): RasterIcon {
  const middle = NUMBER_SIZE / 2;
  return drawIcon(NUMBER_SIZE, 3, (pen) => {
    const ring = (radius: number, fill: string) => {
      pen.beginPath();
      pen.arc(middle, middle, radius, 0, 2 * Math.PI);
      pen.fillStyle = fill;
      pen.fill();
    };
    ring(14, CASING);
    ring(12.5, colour);
    if (hollow) ring(10, CASING);
    pen.fillStyle = hollow ? colour : CASING;
    pen.font = `700 ${number.length > 2 ? 10 : 13}px ${NUMBER_FONT}`;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.fillText(number, middle, middle + 0.5);
  });
}
