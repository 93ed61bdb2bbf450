/** A text in both languages of the app. */
export interface Localized {
  readonly de: string;
  readonly en: string;
}

export type Language = "de" | "en";

/** Contract: text inside `anlaufpunkt` is `"…"` or `{ de, en }`; one language then serves for both. */
export function localized(text: string | { de?: string | undefined; en?: string | undefined }): Localized {
  if (typeof text === "string") return { de: text, en: text };
  return { de: text.de ?? text.en ?? "", en: text.en ?? text.de ?? "" };
}
