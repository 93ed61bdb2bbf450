import type { AppState } from "../app-state.ts";

export interface SearchMatch {
  readonly key: string;
  readonly type: "sozialraum" | "anlaufpunkt";
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly level?: string;
}

/** Letters without marks and case; ß as ss, so that „Strasse“ finds „Straße“. */
function searchForm(text: string): string {
  return text
    .toLocaleLowerCase("de")
    .replaceAll("ß", "ss")
    .replaceAll("ae", "a")
    .replaceAll("oe", "o")
    .replaceAll("ue", "u")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "");
}

/** Areas of all levels and places whose name, id or address holds every word; names that begin with the text come first. */
export function searchMatches(state: AppState, text: string, most = 12): SearchMatch[] {
  const words = searchForm(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found: { match: SearchMatch; rank: number }[] = [];
  const consider = (match: SearchMatch, ...haystack: string[]) => {
    const forms = haystack.map(searchForm);
    const whole = forms.join(" ");
    if (!words.every((word) => whole.includes(word))) return;
    const name = forms[0] ?? "";
    const first = words[0] ?? "";
    const rank = name.startsWith(first) ? 0 : name.includes(first) ? 1 : 2;
    found.push({ match, rank: rank + (match.type === "sozialraum" ? 0 : 0.5) });
  };
  const { language } = { language: state.view.lang };
  for (const level of state.document.map?.levels ?? []) {
    for (const area of level.sozialraeume) {
      const detail = `${level.title[language]} ${area.id}`;
      consider(
        { key: `s:${level.id}:${area.id}`, type: "sozialraum", id: area.id, title: area.name, detail, level: level.id },
        area.name,
        area.id,
      );
    }
  }
  const kinds = new Map(state.document.supply?.kinds.map((kind) => [kind.id, kind.title[language]]));
  for (const place of state.document.supply?.anlaufpunkte ?? []) {
    const kind = kinds.get(place.kind) ?? place.kind;
    consider(
      {
        key: `a:${place.id}`,
        type: "anlaufpunkt",
        id: place.id,
        title: place.name || kind,
        detail: [kind, place.address].filter(Boolean).join(", "),
      },
      place.name,
      place.address ?? "",
      kind,
    );
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ match }) => match);
}
