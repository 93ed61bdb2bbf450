const DELIMITERS = [";", ",", "\t", "|"];

/**
 * The candidate that stands most often in the first line with any, outside of quotes; of equals the first (`;` before `,`). The decimal
 * character of the table is no candidate.
 */
export function guessDelimiter(text: string, quote: string, decimalChar: string | undefined): string {
  const counts = new Map(
    DELIMITERS.filter((candidate) => candidate !== decimalChar).map((candidate) => [candidate, 0]),
  );
  let quoted = false;
  for (const character of text.slice(0, 100_000)) {
    if (character === quote) quoted = !quoted;
    else if (quoted) continue;
    else if (character === "\n" || character === "\r") {
      if ([...counts.values()].some((count) => count > 0)) break;
    } else {
      const count = counts.get(character);
      if (count !== undefined) counts.set(character, count + 1);
    }
  }
  let best = "";
  for (const [candidate, count] of counts) if (best === "" || count > (counts.get(best) ?? 0)) best = candidate;
  return best;
}
