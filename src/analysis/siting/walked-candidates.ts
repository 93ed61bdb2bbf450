import type { Steps } from "../../work/run-steps.ts";
import type { SitePairs } from "../coverage/given-ways.ts";
import { grow, type PointsInReach, roomForPoints } from "../coverage/points-in-reach.ts";
import type { CandidateWalks } from "./coverage-benefits.ts";

/** Pairs, and candidates, between two pauses. */
const PAIRS_PER_STEP = 20_000;
const CANDIDATES_PER_STEP = 64;

/** Who walks to each candidate, kept once it has been walked: a search asks again and again. 4 bytes per pair, 12 with metres. */
export class WalkedCandidates implements CandidateWalks {
  readonly asked: Uint32Array | undefined;
  readonly apart: number | undefined;
  readonly #walks: SitePairs;
  readonly #weight: Float64Array;
  readonly #withMetres: boolean;
  readonly #room: PointsInReach = roomForPoints();
  /** Per candidate where its points stand, −1 = not walked yet, and how many they are. */
  readonly #start: Float64Array;
  readonly #count: Uint32Array;
  #point = new Uint32Array(4096);
  #metres: Float64Array;
  #size = 0;

  /** `weight`: one per point; who weighs nothing is passed over. Without metres the distances that come back mean nothing. */
  constructor(
    walks: SitePairs,
    weight: Float64Array,
    { withMetres, asked, apart }: Pick<CandidateWalks, "asked" | "apart"> & { readonly withMetres: boolean },
  ) {
    this.#walks = walks;
    this.#weight = weight;
    this.#withMetres = withMetres;
    this.asked = asked;
    this.apart = apart;
    this.#start = new Float64Array(walks.sites).fill(-1);
    this.#count = new Uint32Array(walks.sites);
    this.#metres = new Float64Array(withMetres ? this.#point.length : 0);
  }

  /** Lent until the next call. */
  of(candidate: number): ReturnType<SitePairs["of"]> {
    const start = this.#start[candidate] as number;
    if (start < 0) return this.#walkTo(candidate);
    const count = this.#count[candidate] as number;
    const point = this.#point.subarray(start, start + count);
    return { count, point, distance: this.#withMetres ? this.#metres.subarray(start, start + count) : this.#metres };
  }

  /** Walks to these candidates, as long as they have no more than `most` pairs together; `told` hears after each step how many are done. */
  *walk(candidates: Uint32Array, most: number, told?: (done: number) => void): Steps<void> {
    let since = 0;
    for (let c = 0; c < candidates.length; c++) {
      const candidate = candidates[c] as number;
      if ((this.#start[candidate] as number) >= 0) continue;
      if (this.#size > most) return;
      const { count } = this.#walkTo(candidate);
      this.#keep(candidate);
      since += count + PAIRS_PER_STEP / CANDIDATES_PER_STEP;
      if (since < PAIRS_PER_STEP) continue;
      since = 0;
      told?.(c + 1);
      yield;
    }
    told?.(candidates.length);
  }

  #walkTo(candidate: number): PointsInReach {
    const room = this.#room;
    const { count, point, distance } = this.#walks.of(candidate);
    room.count = 0;
    while (room.point.length < count) grow(room);
    for (let k = 0; k < count; k++) {
      const i = point[k] as number;
      if (!((this.#weight[i] as number) > 0)) continue;
      room.point[room.count] = i;
      room.distance[room.count++] = distance[k] as number;
    }
    return room;
  }

  #keep(candidate: number): void {
    const { count, point, distance } = this.#room;
    const size = this.#size + count;
    if (size > this.#point.length) {
      const wider = new Uint32Array(2 * size);
      wider.set(this.#point);
      this.#point = wider;
      if (this.#withMetres) {
        const widerMetres = new Float64Array(2 * size);
        widerMetres.set(this.#metres);
        this.#metres = widerMetres;
      }
    }
    this.#point.set(point.subarray(0, count), this.#size);
    if (this.#withMetres) this.#metres.set(distance.subarray(0, count), this.#size);
    this.#start[candidate] = this.#size;
    this.#count[candidate] = count;
    this.#size = size;
  }
}
