/**
 * Smooth noise on the plane: values on a hashed lattice, joined by a quintic curve.
 * Uses no trigonometry, so it gives the same bits on every machine.
 */
function latticeValue(seed, ix, iy) {
  let h = Math.imul(ix, 0x27d4eb2d) ^ Math.imul(iy, 0x165667b1) ^ Math.imul(seed | 0, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

const ease = (t) => t * t * t * (t * (t * 6 - 15) + 10);

/** Noise in [-1, 1] that changes over `wavelength` metres. */
export function noiseAt(seed, x, y, wavelength) {
  const u = x / wavelength;
  const v = y / wavelength;
  const ix = Math.floor(u);
  const iy = Math.floor(v);
  const fx = ease(u - ix);
  const fy = ease(v - iy);
  const a = latticeValue(seed, ix, iy);
  const b = latticeValue(seed, ix + 1, iy);
  const c = latticeValue(seed, ix, iy + 1);
  const d = latticeValue(seed, ix + 1, iy + 1);
  const top = a + (b - a) * fx;
  const bottom = c + (d - c) * fx;
  return (top + (bottom - top) * fy) * 2 - 1;
}

/** Noise of several octaves in about [-1, 1]: large shapes with smaller ones upon them. */
export function roughNoiseAt(seed, x, y, wavelength, octaves = 3) {
  let sum = 0;
  let amplitude = 1;
  let total = 0;
  let length = wavelength;
  for (let octave = 0; octave < octaves; octave += 1) {
    sum += amplitude * noiseAt(seed + octave * 101, x, y, length);
    total += amplitude;
    amplitude *= 0.5;
    length *= 0.5;
  }
  return sum / total;
}
