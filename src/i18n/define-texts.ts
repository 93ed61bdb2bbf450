import type { Language } from "../domain/localized.ts";

type Shape<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends object
      ? T[K] extends (...args: never[]) => unknown
        ? T[K]
        : Shape<T[K]>
      : T[K];
};

/** A catalogue in both languages; the compiler refuses an English one that lacks a German text or adds one. */
export function defineTexts<const T extends object>(texts: {
  de: T;
  en: Shape<T>;
}): Readonly<Record<Language, Shape<T>>> {
  return texts as Readonly<Record<Language, Shape<T>>>;
}
