import { existsSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { expect, onTestFailed } from "vitest";
import { serve } from "../../data/serve.mjs";
import { APP_FOLDER } from "../../data/set-up.mjs";
import { sharedData } from "../shared-data.ts";
import { launchChromium } from "./launch-chromium.mjs";
import { type ForeignRequests, recordForeignRequests } from "./record-foreign-requests.ts";

const WIDTH = 1024;
const HEIGHT = 768;
const REAL_CITIES = ["berlin", "koeln"] as const;

/** The real server with the built app, and a real browser that is watched from all sides. */
export interface Stage {
  readonly browser: Browser;
  /** Address of the app, ending in a slash. */
  readonly url: string;
  /** Violations of the content security policy in any page and any worker, as the browser reported them. */
  readonly violations: string[];
  readonly foreign: ForeignRequests;
  /** A fresh profile with one page of the given size. */
  newActor(options?: ActorOptions): Promise<Actor>;
  /**
   * The profile and the page that the tests before this one had, at the given size, with all that they asked for and
   * all errors: loading the app costs more than most tests. For tests that begin with `moveTo` and leave nothing behind
   * that an address does not hold (kept views, what-ifs, an open dialog or list). After a failure the next test gets a fresh one.
   */
  sharedActor(size?: Pick<ActorOptions, "width" | "height">): Promise<Actor>;
  close(): Promise<void>;
}

/**
 * One browser for all files of a run: what it has compiled and drawn for one serves the next, and the profiles are
 * fresh all the same. It ends with the process.
 */
let browserOfRun: Promise<Browser> | undefined;

async function provideBrowser(): Promise<Browser> {
  const running = await browserOfRun?.catch(() => undefined);
  if (running?.isConnected()) return running;
  // What the browser asks for on its own account (updates, sign-in) goes to a port where nobody listens.
  browserOfRun = launchChromium(["--proxy-server=http://127.0.0.1:9"]);
  return browserOfRun;
}

interface ActorOptions {
  readonly width?: number;
  readonly height?: number;
  readonly language?: string;
  /** Only to prove that the watch sees what the policy would stop. */
  readonly ignorePolicy?: boolean;
}

export interface Actor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly stage: Stage;
  /** Every address that the page, its workers and service workers asked for. */
  readonly requests: string[];
  /** Errors in the console and errors that nobody caught. */
  readonly errors: string[];
}

/** `packages` are further folders to serve, by name, beside the real cities; `appFolder` holds another build than the one of the run. */
export async function openStage({
  packages = new Map(),
  ...options
}: {
  readonly base?: string;
  readonly appFolder?: string;
  readonly packages?: ReadonlyMap<string, string>;
} = {}): Promise<Stage> {
  const violations: string[] = [];
  const server = await serve({
    appFolder: APP_FOLDER,
    ...options,
    packages: new Map([
      ...REAL_CITIES.map((city) => [city, sharedData(city)] as const).filter(([, folder]) => existsSync(folder)),
      ...packages,
    ]),
    onViolation: (report) => {
      violations.push(`${report["violated-directive"]}: ${report["blocked-uri"]} in ${report["document-uri"]}`);
    },
  });
  const foreign = await recordForeignRequests();
  const browser = await provideBrowser();
  const contexts: BrowserContext[] = [];
  let shared: Actor | undefined;
  const stage: Stage = {
    browser,
    url: server.url,
    violations,
    foreign,
    async newActor(actorOptions) {
      const actor = await newActor(stage, actorOptions);
      contexts.push(actor.context);
      return actor;
    },
    async sharedActor({ width = WIDTH, height = HEIGHT } = {}) {
      shared ??= await stage.newActor({ width, height });
      const { page, context } = shared;
      onTestFailed(async () => {
        shared = undefined;
        await context.close();
      });
      await page.mouse.move(0, 0);
      await page.setViewportSize({ width, height });
      await tidyUp(page);
      return shared;
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
      await server.close();
      foreign.close();
    },
  };
  return stage;
}

/** Puts away what was said to the test before, which would cover buttons, and takes the focus from where it was left. */
async function tidyUp(page: Page): Promise<void> {
  const dismiss = page.getByRole("button", { name: /^(Hinweis schließen|Dismiss notice)$/ });
  for (let left = await dismiss.count(); left > 0; left = await dismiss.count()) await dismiss.first().press("Enter");
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
}

let stageOfRun: Promise<Stage> | undefined;

/**
 * The stage that all files share which need nothing but the built app and the model city: its shared page is opened once for all of
 * them. It must be left as it was found, by an address; a test that loads it anew, opens other data, keeps views or leaves what-ifs
 * behind takes an actor of its own. Closing it closes the actors of the file; the rest ends with the process.
 */
export async function commonStage(): Promise<Stage> {
  const running = await stageOfRun?.catch(() => undefined);
  if (!running?.browser.isConnected()) stageOfRun = openStage();
  const stage = await (stageOfRun as Promise<Stage>);
  const own: BrowserContext[] = [];
  return {
    ...stage,
    async newActor(options) {
      const actor = await stage.newActor(options);
      own.push(actor.context);
      return actor;
    },
    async close() {
      await Promise.all(own.map((context) => context.close()));
    },
  };
}

async function newActor(stage: Stage, options: ActorOptions = {}): Promise<Actor> {
  const context = await stage.browser.newContext({
    viewport: { width: options.width ?? WIDTH, height: options.height ?? HEIGHT },
    locale: options.language ?? "de-DE",
    timezoneId: "Europe/Berlin",
    reducedMotion: "reduce",
    bypassCSP: options.ignorePolicy ?? false,
    proxy: { server: `http://127.0.0.1:${stage.foreign.port}`, bypass: "127.0.0.1" },
  });
  const requests: string[] = [];
  const errors: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  context.on("weberror", (error) => errors.push(String(error.error())));
  context.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  const page = await context.newPage();
  return { page, context, stage, requests, errors };
}

/**
 * Opens the app at a view (`view=vergleich&lang=en`) and waits until everything that the address asks for is shown.
 * `data: "berlin"` or `"koeln"` opens the real city, other names one of the stage's packages.
 */
export async function openApp(actor: Actor, query = "", { data, timeout = 90_000 }: Opening = {}): Promise<void> {
  await actor.page.goto(addressFor(actor, query, data));
  await whenReady(actor, timeout);
}

/**
 * As `openApp`, without loading the page anew where the app is open already with the same data: its address changes,
 * as it does when someone goes back or forward.
 */
export async function moveTo(actor: Actor, query = "", { data, timeout = 90_000 }: Opening = {}): Promise<void> {
  const { page, stage } = actor;
  const address = addressFor(actor, query, data);
  if (!page.url().startsWith(stage.url) || dataOf(page.url()) !== dataOf(address)) {
    return openApp(actor, query, { data, timeout });
  }
  await page.evaluate((to) => {
    history.pushState(null, "", to);
    dispatchEvent(new PopStateEvent("popstate"));
  }, address);
  await whenReady(actor, timeout);
}

const dataOf = (address: string) => new URL(address).searchParams.get("data");

interface Opening {
  readonly data?: string;
  readonly timeout?: number;
}

function addressFor({ stage }: Actor, query: string, data: string | undefined): string {
  const parts = [data && `data=daten/${data}/datapackage.json`, query].filter(Boolean);
  return `${stage.url}${parts.length > 0 ? `?${parts.join("&")}` : ""}`;
}

/** Waits until the view for the present address is complete; throws with what the console says where it fails. */
export async function whenReady(actor: Actor, timeout = 90_000): Promise<void> {
  await actor.page.waitForSelector("html:not([data-state=loading])", { state: "attached", timeout }).catch((cause) => {
    throw new Error(`the app is still loading after ${timeout} ms; its console: ${actor.errors.join(" | ")}`, {
      cause,
    });
  });
  const state = await actor.page.getAttribute("html", "data-state");
  if (state !== "ready") throw new Error(`the app is in state "${state}"; its console: ${actor.errors.join(" | ")}`);
}

/** Nothing but the app's own origin was asked for, by anything in the browser. */
export function expectNoForeignRequests(actor: Actor): void {
  const { origin } = new URL(actor.stage.url);
  const foreign = actor.requests.filter((url) => !url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url));
  expect([...foreign, ...actor.stage.foreign.asked]).toEqual([]);
}

/** The policy refused nothing, in no page and no worker. */
export async function expectNoViolations(actor: Actor): Promise<void> {
  // The browser sends its reports shortly after what they report.
  await actor.page.waitForTimeout(300);
  expect(actor.stage.violations).toEqual([]);
}
