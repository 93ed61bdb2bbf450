/**
 * Seeded random numbers. Every part of the city draws from a stream of its own,
 * so that a change in one part leaves the others as they are.
 */

/** 32-bit FNV-1a hash of a text. */
function hashText(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** A stream of numbers in [0, 1) for a seed and a stream name (sfc32). */
export function createRandom(seed, stream) {
  let a = hashText(`${stream}/${seed}`);
  let b = hashText(`${seed}:${stream}`);
  let c = (a ^ 0x9e3779b9) >>> 0;
  let counter = 1;
  const next = () => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i += 1) next();
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)],
    /** Sum of uniforms: close to a normal deviate, without a logarithm whose last bit may differ between machines. */
    normal: () => next() + next() + next() + next() + next() + next() - 3,
    shuffle: (list) => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i -= 1) {
        const j = Math.floor(next() * (i + 1));
        [copy[i], copy[j]] = [copy[j], copy[i]];
      }
      return copy;
    },
  };
}
