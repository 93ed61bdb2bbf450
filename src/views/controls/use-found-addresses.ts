import { useEffect, useState } from "react";
import { addressesOfCity } from "../../commands/addresses-beside.ts";
import { type AddressBooks, findAddresses } from "../../commands/find-addresses.ts";
import type { AddressCandidate, FoundAddresses } from "../../domain/address.ts";
import { addressTexts } from "../../i18n/address-texts.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../app-context.tsx";
import type { OptionSection } from "./option-list.tsx";

/** Between two letters of a word nobody waits for an answer. */
const PAUSE_MS = 150;
const LEAST_LETTERS = 2;
const STREET = "street ";

interface AddressOptions {
  readonly section: OptionSection | undefined;
  /** Why there are none yet, or never will be; undefined = there are none of this text. */
  readonly state: string | undefined;
  /** A choice is an address, or a street to go on with. */
  readonly chosen: (id: string) => { readonly address: AddressCandidate } | { readonly goOn: string } | undefined;
}

/** What a text that is being typed means in address files, as options below a field; `books` undefined = nobody looks. */
export function useFoundAddresses(text: string, books: AddressBooks | undefined): AddressOptions {
  const app = useApp();
  const texts = addressTexts[useLanguage()];
  const formats = useFormats();
  const addressDetail = useAddressDetail();
  const beside = typeof books === "object" ? books.beside : books;
  const wanted = beside === undefined || !/\p{L}/u.test(text) ? "" : text.trim();
  const isWanted = wanted.length >= LEAST_LETTERS;
  const [answer, setAnswer] = useState<{ readonly text: string; readonly found: FoundAddresses | "failed" }>();
  useEffect(() => {
    if (!isWanted || beside === undefined) return;
    let isStale = false;
    const tell = (found: FoundAddresses | "failed" = "failed") => isStale || setAnswer({ text: wanted, found });
    const timer = setTimeout(() => {
      void findAddresses(app, wanted, beside === "city" ? beside : { beside }).then(tell, () => tell());
    }, PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [app, wanted, isWanted, beside]);

  // What was found for the letters before stays until the answer comes.
  const found = isWanted && answer && answer.found !== "failed" ? answer.found : undefined;
  const isLooking = isWanted && answer?.text !== wanted;
  const idOf = ({ from, lon, lat }: AddressCandidate) => `${from.file} ${from.line} ${lon} ${lat}`;
  const options = [
    ...(found?.streets ?? []).map(({ street, count }) => ({
      id: `${STREET}${street}`,
      label: street,
      detail: texts.inStreet(formats.count(count), count === 1),
    })),
    ...(found?.addresses ?? []).map((one) => ({
      id: idOf(one),
      label: one.address,
      detail: addressDetail(one, one.isAlike),
    })),
  ];
  const more = found?.more ?? 0;
  const title =
    more === 0
      ? texts.addresses
      : Number.isFinite(more)
        ? texts.moreAddresses(formats.count(more))
        : texts.manyAddresses;
  const failed = isWanted && answer?.found === "failed" ? texts.unreadable : undefined;
  return {
    section: options.length > 0 ? { title, options } : undefined,
    state: isLooking ? texts.looking : failed,
    chosen: (id) => {
      if (id.startsWith(STREET)) return { goOn: `${id.slice(STREET.length)} ` };
      const address = found?.addresses.find((one) => idOf(one) === id);
      return address && { address };
    },
  };
}

/** What must be known of an address before it is chosen: that others are written alike, or that it is only beside what was meant. */
export function useAddressDetail(): (address: AddressCandidate, isAlike: boolean) => string | undefined {
  const texts = addressTexts[useLanguage()];
  const formats = useFormats();
  return ({ from }, isAlike) => {
    if (isAlike) return texts.alike(from.file, formats.count(from.line));
    return from.match === "approximate" ? texts.beside : undefined;
  };
}

/** Whether the city that is open has an address file. */
export function useBooksOfCity(): AddressBooks | undefined {
  const app = useApp();
  return useAppState(() => (addressesOfCity(app) ? "city" : undefined));
}
