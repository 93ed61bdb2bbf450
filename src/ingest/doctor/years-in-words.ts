/** More than these are no longer read. */
const MOST_NAMED = 8;

/** „2016–2018, 2020“: three years or more in a row by the first and the last; other periods one by one, the first of many. */
export function yearsInWords(periods: readonly string[]): string {
  const runs: string[][] = [];
  for (const period of [...new Set(periods)].sort()) {
    const last = runs.at(-1);
    const isYear = /^\d{4}$/.test(period);
    if (last && isYear && Number(last.at(-1)) + 1 === Number(period)) last.push(period);
    else runs.push([period]);
  }
  const words = runs.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run));
  return words.length > MOST_NAMED ? `${words.slice(0, MOST_NAMED).join(", ")} …` : words.join(", ");
}
