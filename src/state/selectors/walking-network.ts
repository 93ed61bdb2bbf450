import type { AddedNetwork } from "../../domain/added-network.ts";
import type { ResourceReport } from "../../domain/city.ts";
import type { Network } from "../../domain/network.ts";
import type { Origin } from "../../domain/provenance.ts";
import type { AppState } from "../app-state.ts";

type Documented = Pick<AppState, "document">;

/** The network that ways are walked along: that of the file that was added, else the package's. */
export function walkingNetwork({ document }: Documented): Network | undefined {
  return document.addedNetwork?.network ?? document.records?.network;
}

/** Whether ways can be walked: there is a network, or the package's description names one that is still to be read. */
export function offersWalking({ document }: Documented): boolean {
  const { map, records } = document;
  return walkingNetwork({ document }) !== undefined || (!records && (map?.roles?.includes("network") ?? false));
}

/** Whether one asks for ways on foot, and there are any. */
export function asksForWalking({ document, view }: Pick<AppState, "document" | "view">): boolean {
  return view.way === "walk" && walkingNetwork({ document }) !== undefined;
}

/** What was said of the network when it was read. */
export function networkReport({ document }: Documented): ResourceReport | undefined {
  const { addedNetwork, records, reports } = document;
  return addedNetwork?.report ?? reports.find(({ name }) => name === records?.network?.resource);
}

/** Where the network comes from that the distances were measured along; nothing where they are straight lines. */
export function walkedOrigins({ document, transient }: Pick<AppState, "document" | "transient">): readonly Origin[] {
  const report = transient.coverage?.way === "walk" ? networkReport({ document }) : undefined;
  if (!report) return [];
  const { name, title, period, sources, licences } = report;
  return [{ resource: name, title, period, sources, licences }];
}

/** Whether the file has been read as part of the package meanwhile. */
export function isRead({ report }: AddedNetwork, reports: readonly ResourceReport[]): boolean {
  return reports.some(({ role, path }) => role === "network" && path === report.path);
}

const listed = new WeakMap<readonly ResourceReport[], WeakMap<ResourceReport, readonly ResourceReport[]>>();

/** The resources of the package, and behind them the network of a file. The same list for the same data. */
export function shownReports({ document: { reports, addedNetwork } }: Documented): readonly ResourceReport[] {
  if (!addedNetwork || isRead(addedNetwork, reports)) return reports;
  const byFile = listed.get(reports) ?? new WeakMap<ResourceReport, readonly ResourceReport[]>();
  listed.set(reports, byFile);
  const list = byFile.get(addedNetwork.report) ?? [...reports, addedNetwork.report];
  byFile.set(addedNetwork.report, list);
  return list;
}
