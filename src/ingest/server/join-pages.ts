import type { LoadOutcome, LoadShortfall } from "../../domain/server.ts";
import type { ServerPage } from "./read-page.ts";

/** What happens after a page. */
export type AfterPage = "on" | "done" | "systems-mixed";

/** More features than that are no layer to plan with, and more than a tab holds as text. */
export const MOST_FEATURES = 500_000;
const MOST_PAGES = 5000;
/** Limits of servers are round numbers. */
const ROUND = 100;

/**
 * Joins the pages of a layer into one GeoJSON. Servers say little of how much there is and go on in ways of their own: some repeat the
 * first page for ever, some cut pages shorter than they were asked, some send a feature on two pages.
 */
export class JoinedPages {
  readonly #asked: number;
  readonly #most: number;
  readonly #features = new Set<string>();
  /** Of features that are the same on one page: the second and further. */
  readonly #again: string[] = [];
  readonly #fingerprints = new Set<string>();
  #crs: string | undefined;
  #pages = 0;
  #received = 0;
  #doubles = 0;
  #bytes = 0;
  #shortest = Number.POSITIVE_INFINITY;
  #promised: number | undefined;
  #shortfall: LoadShortfall | undefined;

  /** @param asked features that are asked for at once */
  constructor(asked: number, most = MOST_FEATURES) {
    this.#asked = asked;
    this.#most = most;
  }

  /** Features that were received so far: where the next page begins. */
  get start(): number {
    return this.#received;
  }

  add(page: ServerPage, bytes: number): AfterPage {
    const count = page.features.length;
    this.#bytes += bytes;
    if (page.matched !== undefined) this.#promised = Math.max(page.matched, this.#promised ?? 0);
    if (count === 0) return this.#end();
    if (this.#fingerprints.has(page.fingerprint)) return this.#end("pages-repeat");
    if (this.#pages > 0 && page.crs !== this.#crs) return "systems-mixed";
    this.#fingerprints.add(page.fingerprint);
    this.#crs = page.crs;
    this.#pages++;
    this.#received += count;
    this.#take(page.features);
    const before = this.#shortest;
    this.#shortest = Math.min(before, count);
    if (this.size >= this.#most || this.#pages >= MOST_PAGES) return this.#end("limit");
    // Some count the page instead of the layer: what looks like both may go on.
    const isAll = this.#promised !== undefined && this.#promised > 0 && this.size >= this.#promised;
    if (isAll && !page.hasNext && count < this.#asked) return "done";
    // Where pages are cut by the server, the first short one tells how long they are; a shorter one after it is the last.
    const isLast = count < this.#asked && this.#pages > 1 && count < before && !page.hasNext;
    return isLast ? this.#end() : "on";
  }

  /** No page can be asked for any more. */
  finish(): void {
    this.#end();
  }

  get size(): number {
    return this.#features.size + this.#again.length;
  }

  get outcome(): LoadOutcome {
    return {
      ...{ features: this.size, pages: this.#pages, bytes: this.#bytes, doubles: this.#doubles },
      ...{ promised: this.#promised, shortfall: this.#shortfall },
    };
  }

  /** The features as one file, with the member `crs` where they are not in lon and lat. */
  file(): Blob {
    const crs =
      this.#crs === undefined ? "" : `"crs":{"type":"name","properties":{"name":${JSON.stringify(this.#crs)}}},\n`;
    const parts: string[] = [`{"type":"FeatureCollection",\n${crs}"features":[\n`];
    let isFirst = true;
    for (const feature of this.#inOrder()) {
      parts.push(isFirst ? feature : `,\n${feature}`);
      isFirst = false;
    }
    parts.push("\n]}\n");
    return new Blob(parts, { type: "application/geo+json" });
  }

  *#inOrder(): Generator<string> {
    yield* this.#features;
    yield* this.#again;
  }

  /** What came on an earlier page already is taken once; what is twice on one page is twice in the data. */
  #take(features: readonly string[]): void {
    const here = new Set<string>();
    for (const feature of features) {
      if (here.has(feature)) this.#again.push(feature);
      else if (this.#features.has(feature)) this.#doubles++;
      else {
        here.add(feature);
        this.#features.add(feature);
      }
    }
  }

  #end(shortfall?: LoadShortfall): "done" {
    const isShort = this.#promised !== undefined && this.size < this.#promised;
    if (shortfall === "limit") this.#shortfall = "limit";
    // A server that knows no pages repeats the one that holds everything: that is no loss.
    else if (shortfall === "pages-repeat") {
      const isCut = this.#pages > 1 || this.#shortest >= this.#asked || this.#shortest % ROUND === 0;
      if (isShort || (this.#promised === undefined && isCut)) this.#shortfall = "pages-repeat";
    } else if (isShort) this.#shortfall = "fewer-than-promised";
    return "done";
  }
}
