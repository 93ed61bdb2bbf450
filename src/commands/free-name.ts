/** A name that is not taken: `ansichten.csv`, else `ansichten-2.csv` … */
export function free(name: string, isTaken: (candidate: string) => boolean): string {
  const dot = name.indexOf(".");
  const [stem, ending] = dot < 0 ? [name, ""] : [name.slice(0, dot), name.slice(dot)];
  let candidate = name;
  for (let number = 2; isTaken(candidate); number++) candidate = `${stem}-${number}${ending}`;
  return candidate;
}
