// @ts-check
import { chromium } from "playwright-core";
import { provideChromium } from "./find-chromium.mjs";

/**
 * A real Chromium that draws in software and makes no requests of its own.
 *
 * @param {readonly string[]} [more] further flags
 */
export function launchChromium(more = []) {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: provideChromium(),
    args: [
      ...(isRoot ? ["--no-sandbox"] : []),
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
      "--disable-background-networking",
      // Chromium asks Google about any field that someone types into, whatever the page says.
      "--disable-features=AutofillServerCommunication",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      ...more,
    ],
  });
}
