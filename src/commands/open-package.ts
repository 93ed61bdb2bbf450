import type { CityMap } from "../domain/city.ts";
import type { PackageSource } from "../domain/package-source.ts";
import { readAddress, writeAddress } from "../state/address.ts";
import { keptAddress } from "../state/selectors/shown-kept-view.ts";
import { type App, changeTransient, notify, replaceView } from "./app.ts";
import { beginAnew, FRESH } from "./begin-anew.ts";
import { changeView, restoreView } from "./change-view.ts";
import { dropUnknownChoices } from "./drop-unknown-choices.ts";
import { type FoundWork, findModelCityWork, findWork, findWorkById, rememberWork, urlOfData } from "./find-work.ts";
import { flushWork } from "./keep-work.ts";
import { courseOf, takeOver } from "./package-course.ts";
import { readAhead, readPackage } from "./read-package.ts";
import { rootOf } from "./stored-package.ts";

function openPackage(
  app: App,
  source: PackageSource,
  begin: (map: CityMap) => void = () => {},
  work?: FoundWork,
): Promise<void> {
  courseOf(app).lastTry = () => void openPackage(app, source, begin, work);
  return takeOver(app, (signal) => readPackage(app, source, begin, signal, work));
}

/** Opens what the address names, or the work that was kept of it; without an address what was worked on last, or the model city. */
export async function openFromAddress(app: App): Promise<void> {
  const { data } = app.store.getState().view;
  const here = app.services.address.read();
  const { openedFiles } = courseOf(app);
  const isOfFiles = data === undefined && openedFiles !== undefined;
  const named: PackageSource = isOfFiles ? openedFiles : { kind: "url", descriptor: urlOfData(app, data) };
  if (!isOfFiles) readAhead(app, named);
  const found = await findWork(app, data);
  // Meanwhile the user has gone elsewhere.
  if (app.services.address.read() !== here) return;
  if (found) return openWork(app, found);
  const begin =
    data === undefined
      ? undefined
      : (map: CityMap) => void import("./offer-work.ts").then(({ offerWork }) => offerWork(app, map));
  return openPackage(app, named, begin);
}

/** Work as it was left. What the address says goes before what was looked at last. */
export function openWork(app: App, found: FoundWork, mode: "push" | "replace" = "replace"): Promise<void> {
  const begin = () => {
    const { view } = app.store.getState();
    const isAsked = mode === "replace" && keptAddress(view) !== "";
    const restored = isAsked ? view : readAddress(found.address).view;
    const shown = { ...restored, data: found.data, lang: view.lang };
    courseOf(app).openedFiles = rootOf(found.source).kind === "files" ? found.source : undefined;
    replaceView(app, shown);
    app.services.address.write(writeAddress(shown), mode);
    changeTransient(app, { keeping: { state: "saved", savedAt: found.savedAt } });
    notify(app, "information", { key: "work-back", savedAt: found.savedAt });
  };
  return openPackage(app, found.source, begin, found);
}

/** Opens work of the list. */
export async function openKeptWork(app: App, id: string): Promise<void> {
  await flushWork(app);
  const found = await findWorkById(app, id);
  if (found) await openWork(app, found, "push");
}

/** The same data without what was kept of them, which stays where it is. */
export async function openWithoutWork(app: App): Promise<void> {
  await flushWork(app);
  const { source } = app.store.getState().document.package ?? {};
  if (!source) return openModelCityAnew(app);
  const root = { ...rootOf(source) };
  return openPackage(app, root, () => {
    courseOf(app).openedFiles = root.kind === "files" ? root : undefined;
    changeView(app, FRESH);
    rememberWork(app, "");
  });
}

/** The model city, with what was kept of it. */
export async function openModelCity(app: App): Promise<void> {
  await flushWork(app);
  const found = await findModelCityWork(app);
  if (found) await openWork(app, found, "push");
  else await openModelCityAnew(app);
}

/** @param after what is kept: with `nothing`, there is nothing that a reload could bring back */
export function openModelCityAnew(app: App, after?: "nothing"): Promise<void> {
  return openPackage(app, { kind: "url", descriptor: app.services.modelCity }, () => {
    courseOf(app).openedFiles = undefined;
    beginAnew(app);
    if (after !== "nothing") rememberWork(app, "");
  });
}

/** The user went back or forward: the address may name another package than the one that is open. */
export function revisit(app: App): void {
  const { data } = app.store.getState().view;
  restoreView(app);
  if (app.store.getState().view.data === data) dropUnknownChoices(app);
  else reopen(app);
}

export function retryOpening(app: App): void {
  courseOf(app).lastTry?.();
}

/** Back to what was open when other data were refused. */
export function leaveRefusal(app: App): void {
  courseOf(app).opening?.abort();
  changeTransient(app, { phase: "open", refusal: [], failure: undefined });
  // Opening the other data has stopped the rest of the reading.
  if (app.store.getState().transient.database !== "ready") reopen(app);
}

function reopen(app: App): void {
  void openFromAddress(app);
}
