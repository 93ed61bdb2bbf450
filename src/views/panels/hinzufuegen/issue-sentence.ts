import type { Issue } from "../../../domain/issue.ts";
import type { Language } from "../../../domain/localized.ts";
import { columnTexts } from "../../../i18n/column-texts.ts";
import { issueText } from "../../../i18n/issue-texts.ts";
import { previewTexts } from "../../../i18n/preview-texts.ts";

/** What reading says of the file, where the assistant can do something about it: without the file's name, and without words of the contract. */
export function issueSentence(issue: Issue, language: Language): string {
  const columnWords = columnTexts[language];
  const previewWords = previewTexts[language];
  const words: Readonly<Record<string, string>> = columnWords.columns;
  const own = (name: string) => (Object.hasOwn(issue.context, name) ? String(issue.context[name]) : "");
  const further = own("further");
  if (further === "") {
    if (issue.code === "column-missing") {
      const ours = own("ours");
      if (ours === "geometry") return previewWords.needsGeometry;
      return previewWords.needsColumn(
        Object.hasOwn(words, ours) ? (words[ours] ?? ours) : ours.replace(/^values\./, ""),
      );
    }
    if (issue.code === "value-code-undeclared")
      return previewWords.codeUndeclared(issue.column ?? "", own("value"), own("times"));
    if (issue.code === "value-not-a-number") return previewWords.notANumber(issue.column ?? "", own("value"));
  }
  const text = issueText(issue, language);
  // The file is known here: it need not be named in every line.
  const rest = text.startsWith(issue.source) ? text.slice(issue.source.length).replace(/^[:,] /, "") : text;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
