import type { Highs } from "highs";

/**
 * HiGHS (MIT; Huangfu & Hall 2018, Parallelizing the dual revised simplex method) as WebAssembly: 3.5 MB that are fetched only when
 * something is to be proven. @param wasm address of `highs.wasm`; without, it is looked for beside the library (Node).
 */
export async function loadHighs(wasm?: string): Promise<Highs> {
  const { default: load } = await import("highs");
  return load(wasm === undefined ? {} : { locateFile: () => wasm });
}
