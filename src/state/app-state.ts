import { createStore } from "zustand/vanilla";
import type { AddedNetwork } from "../domain/added-network.ts";
import type { CandidateFile } from "../domain/candidate-file.ts";
import type { CityMap, CityRecords, CitySupply, ResourceReport } from "../domain/city.ts";
import type {
  Clue,
  ClueKey,
  DraftIndicator,
  DraftPreview,
  Inspection,
  ResourceDraft,
  WantedReading,
} from "../domain/data-draft.ts";
import type { EditLabel } from "../domain/edit-label.ts";
import type { Issue } from "../domain/issue.ts";
import type { KeptView } from "../domain/kept-view.ts";
import type { Legend } from "../domain/legend.ts";
import type { OpenPackage } from "../domain/package-source.ts";
import type { Provenance } from "../domain/provenance.ts";
import type { ReadingProgress } from "../domain/reading-progress.ts";
import type { Scenario } from "../domain/scenario.ts";
import type { ServerRequest } from "../domain/server.ts";
import type { WorkspaceEntry } from "../domain/workspace.ts";
import type { LonLatBox } from "../geo/shapes.ts";
import type { Answers } from "./answers.ts";
import type { CoverageAnswer } from "./coverage-answer.ts";
import { type History, NO_HISTORY } from "./history.ts";
import type { ServerTalk } from "./server-talk.ts";
import { type Corner, DEFAULT_VIEW, type View } from "./view.ts";

/** An indicator of a file of which there are values of the same Sozialräume and times already, and what it is called beside those. */
export interface DoubledIndicator {
  readonly id: string;
  readonly title: string;
  /** What has the values: another file, undefined = the city. */
  readonly file?: string | undefined;
  /** Some of the values are others. */
  readonly differs: boolean;
  readonly own: { readonly id: string; readonly title: string };
  /** How the file defines it; undefined where it is the city's. */
  readonly definition?: DraftIndicator | undefined;
}

interface DoubledIndicators {
  /** `own`: under a name of its own; `same`: it is the same one, and values that are there already stay. */
  readonly as: "own" | "same";
  readonly indicators: readonly DoubledIndicator[];
}

/** A file of the user that shall become part of the city. */
export interface AddingFile {
  readonly id: number;
  readonly name: string;
  readonly file: Blob;
  readonly state: "inspecting" | "open" | "failed";
  readonly failure?: string | undefined;
  readonly inspection?: Inspection | undefined;
  /** What the user has said of how it is taken apart; the guesses rest on it. */
  readonly wanted?: WantedReading | undefined;
  /** Where it was loaded from, if it is not the user's own. */
  readonly sources?: ResourceDraft["sources"];
  /** It is a resource of the package that is open, read differently: this one's entry is replaced. */
  readonly replaces?: { readonly name: string; readonly level?: string | undefined } | undefined;
  /** How it will be read: as proposed, or as the user has changed it. */
  readonly draft?: ResourceDraft | undefined;
  readonly preview?: DraftPreview | undefined;
  /** The preview is of an older draft. */
  readonly isPreviewing?: boolean | undefined;
  /** Indicators whose values another file, or the city, has as well. */
  readonly doubled?: DoubledIndicators | undefined;
  /** Questions that the user has answered. */
  readonly answered: readonly ClueKey[];
  /** Those of them that were answered together with another file, and its name. */
  readonly alike?: Readonly<Partial<Record<ClueKey, string>>> | undefined;
  /** What was guessed before the user said how it is taken apart: by it the same question is known in other files. */
  readonly proposed?: readonly Clue[] | undefined;
}

/** Files that are being added, and the one that is looked at. */
export interface Adding {
  readonly files: readonly AddingFile[];
  readonly shown: number;
  /** The files make a city of their own, beside nothing that is open. */
  readonly isNewCity: boolean;
  /** Who says so: the data, by where they lie, until the user does. */
  readonly cityBy?: "data" | "user" | undefined;
  /** What the new city is called. */
  readonly cityName?: string | undefined;
  /** Something was said that would be lost. */
  readonly isTouched?: boolean | undefined;
}

/** What is saved: the data that are open, and the views that were kept. The parts of a city arrive one after the other. */
export interface Document {
  readonly package?: OpenPackage | undefined;
  readonly map?: CityMap | undefined;
  readonly supply?: CitySupply | undefined;
  readonly records?: CityRecords | undefined;
  readonly reports: readonly ResourceReport[];
  readonly issues: readonly Issue[];
  readonly scenarios: readonly Scenario[];
  readonly keptViews: readonly KeptView[];
  /** A walking network from a file, in place of the package's. */
  readonly addedNetwork?: AddedNetwork | undefined;
  /** Under what name and number this work is kept; revision 0 = it is not, so far. */
  readonly workspace?: OpenWorkspace | undefined;
  /** Steps of the user that can be taken back. */
  readonly history: History<Editable, EditLabel>;
}

/** The work that is open, as it was found or begun. */
export interface OpenWorkspace {
  readonly id: string;
  readonly title: string;
  readonly revision: number;
  /** Where an earlier version kept the views that it began with: to be cleared away once they are saved here. */
  readonly migrated?: string | undefined;
}

/** What is known of keeping the work. */
export interface Keeping {
  /** `nothing` to keep yet · `saved` · `full`: no room · `blocked`: this browser keeps nothing · `failed`. */
  readonly state: "nothing" | "saved" | "full" | "blocked" | "failed";
  /** Moment of the last saving, ISO 8601. */
  readonly savedAt?: string | undefined;
}

/** What the user edits, and undo brings back. */
export interface Editable {
  readonly scenarios: readonly Scenario[];
  readonly keptViews: readonly KeptView[];
  readonly addedNetwork: AddedNetwork | undefined;
  /** What is open: files that were added lie in it. */
  readonly package: OpenPackage | undefined;
  /** The what-if that was shown. */
  readonly scenario: string | undefined;
}

/** Something that went wrong or was done, said once; the key picks the text. */
export interface Notice {
  readonly id: number;
  readonly tone: "information" | "warning" | "error";
  readonly text: NoticeText;
}

export type NoticeText =
  | { readonly key: "url-value-ignored"; readonly name: string; readonly value: string }
  | { readonly key: "database-failed"; readonly reason: string }
  | { readonly key: "task-failed"; readonly what: string; readonly reason: string }
  | { readonly key: "view-kept"; readonly title: string }
  | { readonly key: "file-saved" | "file-saved-large"; readonly name: string }
  | {
      readonly key: "scenarios-opened";
      readonly name: string;
      readonly added: number;
      /** Those that were there already. */
      readonly same: number;
      /** Rows that could not be used. */
      readonly rejected: number;
    }
  | { readonly key: "data-issue"; readonly issue: Issue }
  | { readonly key: "comparison-full" }
  | { readonly key: "link-copied" }
  | { readonly key: "data-added"; readonly what: string; readonly rows: number }
  | { readonly key: "data-changed"; readonly what: string; readonly rows: number }
  | { readonly key: "data-removed"; readonly what: string }
  | { readonly key: "storage-blocked" }
  | { readonly key: "storage-full" }
  | { readonly key: "work-back"; readonly savedAt: string }
  | { readonly key: "work-forked" | "work-newer" | "work-damaged"; readonly title: string }
  | {
      /** What-ifs and views that were kept over another version of the city. */
      readonly key: "work-offered";
      readonly id: string;
      readonly title: string;
      readonly savedAt: string;
      /** The package for which they are offered. */
      readonly city: string;
      readonly scenarios: number;
      readonly views: number;
    }
  | {
      readonly key: "work-taken";
      readonly scenarios: number;
      readonly views: number;
      /** How often they speak of something that is not there any more. */
      readonly gone: number;
    }
  | { readonly key: "work-deleted" }
  | { readonly key: "candidates-read"; readonly name: string; readonly places: number; readonly rejected: number }
  | { readonly key: "network-added"; readonly name: string; readonly edges: number }
  | { readonly key: "undone" | "redone"; readonly label: EditLabel };

/** Where the map shall go; `key` changes with each request, so that the same place can be asked for twice. */
export type CameraRequest = { readonly box: LonLatBox; readonly animate: boolean; readonly key: number };

/** Lives until the next reload: where we are in opening, what is being worked on, what was answered. */
export interface Transient {
  readonly phase: "opening" | "open" | "refused" | "failed";
  /** Why a package was refused, or what failed. */
  readonly refusal: readonly Issue[];
  readonly failure?: string | undefined;
  /** The file that is being read, while the map or the first answer waits for it. */
  readonly reading?: ReadingProgress | undefined;
  /** A file with a walking network that is being read beside the package, and how far that is. */
  readonly readingNetwork?: { readonly name: string; readonly progress?: ReadingProgress | undefined } | undefined;
  /** What is being worked on, by name; `<html data-state>` is ready when nothing is left. */
  readonly pending: Readonly<Record<string, true>>;
  readonly database: "waiting" | "loading" | "ready" | "failed";
  /** The checks of the data that are open have not come to an end: nothing can be said to be in order. */
  readonly isExamining?: boolean | undefined;
  readonly coverage?: CoverageAnswer | undefined;
  /** The same question asked of today's places, while a what-if is shown. */
  readonly coverageToday?: CoverageAnswer | undefined;
  /** The next click on the map says where a place shall stand. */
  readonly placing?: true | undefined;
  /** Corners so far of an area that is being drawn; undefined = none is. */
  readonly drawing?: readonly Corner[] | undefined;
  /** Places of a file where sites could stand. */
  readonly candidateFile?: CandidateFile | undefined;
  /** The place that is being dragged, and where it is now. */
  readonly drag?: { readonly id: string; readonly lon: number; readonly lat: number } | undefined;
  readonly answers: Answers;
  readonly notices: readonly Notice[];
  readonly camera?: CameraRequest | undefined;
  readonly hoveredSozialraum?: string | undefined;
  readonly selectedAnlaufpunkt?: string | undefined;
  /** A coordinate that was asked for, in degrees: marked on the map until something else is chosen. */
  readonly pointed?: { readonly lon: number; readonly lat: number; readonly title?: string | undefined } | undefined;
  /** The goal that the view of the goals shall bring before the eyes. */
  readonly soughtGoal?: string | undefined;
  /** The legend of the map that is shown, for the projector and for files. */
  readonly legend?: Legend | undefined;
  /** How near the map is, for the sizes in its legend. */
  readonly mapZoom?: number | undefined;
  /** The middle of the map, in degrees. */
  readonly mapCentre?: { readonly lon: number; readonly lat: number } | undefined;
  /** What that map says in one sentence, where its view does not compose one. */
  readonly caption?: string | undefined;
  /** The kept view that was opened last. */
  readonly keptView?: string | undefined;
  /** The assistant is open. */
  readonly adding?: Adding | undefined;
  /** A server of the city is being asked. */
  readonly server?: ServerTalk | undefined;
  /** Everything that has left this computer since the page was opened or the list cleared, the newest first. */
  readonly serverRequests?: readonly ServerRequest[] | undefined;
  readonly keeping?: Keeping | undefined;
  /** Work is being written into a file: so many of its files are there. */
  readonly savingFile?: { readonly done: number; readonly of: number } | undefined;
  /** Everything that is kept in this browser, newest first, once it was asked for. */
  readonly workspaces?: readonly WorkspaceEntry[] | undefined;
  /** The figure that is being asked. */
  readonly provenance?: Provenance | undefined;
}

export interface AppState {
  readonly document: Document;
  readonly view: View;
  readonly transient: Transient;
}

export const EMPTY_DOCUMENT: Document = {
  reports: [],
  issues: [],
  scenarios: [],
  keptViews: [],
  history: NO_HISTORY,
};

export function createAppStore(view: View = DEFAULT_VIEW) {
  return createStore<AppState>()(() => ({
    document: EMPTY_DOCUMENT,
    view,
    transient: {
      phase: "opening",
      refusal: [],
      pending: { opening: true },
      database: "waiting",
      answers: {},
      notices: [],
    },
  }));
}

export type AppStore = ReturnType<typeof createAppStore>;
