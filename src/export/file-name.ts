const LETTERS: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** A name that every file system takes: `anlaufpunkt-berlin-versorgung-2026-03-05.pdf`. */
export function fileName(parts: readonly string[], date: Date, extension: string): string {
  const words = parts.map((part) =>
    part
      .toLowerCase()
      .replace(/[äöüß]/g, (letter) => LETTERS[letter] ?? letter)
      .normalize("NFD")
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, ""),
  );
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${["anlaufpunkt", ...words.filter(Boolean), ...day].join("-")}.${extension}`;
}
