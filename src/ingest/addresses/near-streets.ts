/** Longer words may differ by more letters. */
const LONG = 8;
const MOST = 10;

/**
 * Spellings that differ from one by one letter, or by two where it is long: the nearest first, then by the alphabet.
 * @param keys as `streetKey` makes them
 */
export function nearStreets(keys: Iterable<string>, wanted: string): string[] {
  const allowed = wanted.length >= LONG ? 2 : 1;
  const found: { readonly key: string; readonly changes: number }[] = [];
  for (const key of keys) {
    if (Math.abs(key.length - wanted.length) > allowed) continue;
    const changes = changesUpTo(allowed, key, wanted);
    if (changes <= allowed) found.push({ key, changes });
  }
  return found
    .sort((a, b) => a.changes - b.changes || (a.key < b.key ? -1 : 1))
    .slice(0, MOST)
    .map(({ key }) => key);
}

/** Letters to put in, leave out, change or turn with the next (optimal string alignment); any number above `most` when there are more. */
function changesUpTo(most: number, a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(most + 1);
    row[0] = i;
    let least = i;
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let changes = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        changes = Math.min(changes, (before[j - 2] ?? 0) + 1);
      }
      row[j] = changes;
      least = Math.min(least, changes);
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}
