import { idOfTitle } from "../../domain/id-of-title.ts";
import type { HeaderGuess } from "./guess-header.ts";

/** The name of a resource, after that of its file. */
export function freeName(file: string, taken: readonly string[]): string {
  return free(idOfTitle(file.replace(/\.[a-z0-9]+$/i, "")), "", taken);
}

/** Added files lie in a folder of their own, under the names that the user knows. */
export function freePath(file: string, taken: readonly string[]): string {
  const safe = file.replace(/[\\/:*?"<>|\p{Cc}]/gu, "-").replace(/^[.~]+/, "") || "datei";
  const cut = safe.lastIndexOf(".") > 0 ? safe.lastIndexOf(".") : safe.length;
  return `daten/${free(
    safe.slice(0, cut),
    safe.slice(cut),
    taken.map((path) => path.replace(/^daten\//, "")),
  )}`;
}

function free(stem: string, ending: string, taken: readonly string[]): string {
  let name = `${stem}${ending}`;
  for (let number = 2; taken.includes(name); number++) name = `${stem}-${number}${ending}`;
  return name;
}

/** What stands above the header, else the name of the file. */
export function titleOf(file: string, header: HeaderGuess | undefined): string {
  const title = header?.titles[0]?.text.trim();
  return title && title.length <= 120 ? title : file.replace(/\.[a-z0-9]+$/i, "").replaceAll("_", " ");
}
