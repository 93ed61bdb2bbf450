import type { Language } from "../domain/localized.ts";
import type { ServerFailure } from "../domain/server.ts";
import { formatsFor } from "./formats.ts";
import { type FailureText, serverTexts } from "./server-texts.ts";
import { unreadableText } from "./unreadable-texts.ts";

/** A failure in words. @param page origin of the app, for whoever has to allow it */
export function serverFailureText(failure: ServerFailure, language: Language, page: string): FailureText {
  const { reason, address, host, status, detail = "" } = failure;
  const said =
    reason === "too-large"
      ? byteText(Number(detail), language)
      : reason === "http-status"
        ? String(status ?? "")
        : reason === "broken-answer"
          ? brokenText(detail, language)
          : detail;
  const origin = URL.canParse(address) ? new URL(address).origin : `https://${host}`;
  const text = serverTexts[language].failures[reason](host, said, { page, server: origin });
  if (failure.elsewhere === undefined) return text;
  return { ...text, remedy: `${text.remedy} ${serverTexts[language].elsewhereRemedy(failure.elsewhere)}` };
}

/** Readers give their reason by its key and what belongs to it. */
function brokenText(detail: string, language: Language): string {
  const [, reason = "", more = ""] = /^(\S*)\s*([\s\S]*)$/.exec(detail) ?? [];
  const words = unreadableText(reason, more, language);
  return words.startsWith(reason) ? detail : words;
}

/** 1.234.567 → 1,2 MB: as servers count, by thousands. */
export function byteText(bytes: number, language: Language): string {
  const formats = formatsFor(language);
  if (bytes >= 1e9) return `${formats.decimal(bytes / 1e9)}\u202fGB`;
  if (bytes >= 1e6) return `${formats.decimal(bytes / 1e6)}\u202fMB`;
  return bytes >= 1e3 ? `${formats.count(Math.round(bytes / 1e3))}\u202fkB` : `${formats.count(bytes)}\u202fB`;
}
