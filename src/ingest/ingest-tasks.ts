import type { FoundAddresses } from "../domain/address.ts";
import type { CandidateFile } from "../domain/candidate-file.ts";
import type { CityMap, CityRecords, CitySupply, ResourceReport } from "../domain/city.ts";
import type {
  CityForData,
  DataBeside,
  DraftPreview,
  Inspection,
  ResourceDraft,
  WantedReading,
} from "../domain/data-draft.ts";
import type { Issue } from "../domain/issue.ts";
import type { PackageSource, RawDescriptor } from "../domain/package-source.ts";
import type { ReadingProgress } from "../domain/reading-progress.ts";
import type { ScenarioFile } from "../domain/scenario-file.ts";
import type { Task } from "../domain/services.ts";
import type { LonLatBox } from "../geo/shapes.ts";
import type { AreaIds } from "./area-ids.ts";
import type { Descriptor } from "./package/descriptor.ts";
import type { NetworkFile } from "./read-network-file.ts";

// Names and types only: the main thread takes these without taking the parsers along.

/** Loops over millions of rows need not ask whether somebody still wants them: who gives a reading up ends its worker. */
const READING = { worker: "reading", onAbort: "end-worker" } as const;
/** Each change of a draft gives the preview before it up: that must not end the reading of the city beside it. */
const INSPECTING = { worker: "inspecting", onAbort: "end-worker" } as const;

/** What a stage says beside its data. */
export interface StageNotes {
  readonly reports: readonly ResourceReport[];
  readonly issues: readonly Issue[];
}

export type OpenedPackage =
  | ({ readonly raw: RawDescriptor; readonly descriptor: Descriptor; readonly map: CityMap } & StageNotes)
  /** Nothing can be shown; the reasons come first. */
  | { readonly refused: readonly Issue[] };

/** The package with what is needed to paint the map. */
export const openPackageTask: Task<{ readonly source: PackageSource }, OpenedPackage, ReadingProgress> = {
  name: "open-package",
  ...READING,
};

export interface StageInput {
  readonly source: PackageSource;
  readonly descriptor: Descriptor;
  /** `areaIdsOf(map)` */
  readonly areas: AreaIds;
}

/** What the first answer needs: places and residents. */
export const readSupplyTask: Task<StageInput, { readonly supply: CitySupply } & StageNotes, ReadingProgress> = {
  name: "read-supply",
  ...READING,
};

/** Everything else. */
export const readRecordsTask: Task<StageInput, { readonly records: CityRecords } & StageNotes, ReadingProgress> = {
  name: "read-records",
  ...READING,
};

/**
 * What a person would want to know of the data before they trust them. The files are read once more, so that each finding has its line;
 * it comes after everything that answers wait for.
 */
export const examineTask: Task<
  StageInput & {
    /** How many rows the population and the values have: what is too large to be read twice is not. */
    readonly cells: number;
    readonly values: number;
  },
  { readonly issues: readonly Issue[] }
> = { name: "examine", ...READING };

/** Unpacks a zipped package; afterwards it is opened like any other. */
export const openZipTask: Task<
  { readonly zip: Blob; readonly label: string },
  { readonly source: PackageSource } | { readonly refused: readonly Issue[] }
> = { name: "open-zip", ...READING };

/** Places where sites could stand, from a file of its own; `crs` = the system of x and y where the file does not name one. */
export const readCandidatesTask: Task<
  { readonly name: string; readonly file: Blob; readonly crs?: string | undefined },
  CandidateFile
> = {
  name: "read-candidates",
  ...READING,
};

/** What-ifs from a file of their own; `places` = ids of the places that are there. Undefined when the file holds none. */
export const readScenariosTask: Task<
  { readonly name: string; readonly file: Blob; readonly places: readonly string[] },
  ScenarioFile | undefined
> = { name: "read-scenarios", ...READING };

/** What can be made of a file that belongs to no package. */
export const inspectFileTask: Task<
  {
    readonly name: string;
    readonly file: Blob;
    readonly city: CityForData;
    readonly wanted?: WantedReading | undefined;
  },
  Inspection
> = { name: "inspect-file", ...INSPECTING };

/** The file as its draft says. */
export const previewDraftTask: Task<
  {
    readonly file: Blob;
    readonly draft: ResourceDraft;
    readonly city: CityForData;
    readonly beside?: DataBeside | undefined;
  },
  DraftPreview
> = { name: "preview-draft", ...INSPECTING };

/** What a text that is being typed means in the address files; `key` is another one where these are others. */
export const findAddressesTask: Task<
  { readonly key: string; readonly beside: DataBeside; readonly text: string },
  FoundAddresses
> = { name: "find-addresses", worker: "finding" };

/** A walking network from a file of its own; `around` = the box of the city that is open. */
export const readNetworkFileTask: Task<
  { readonly name: string; readonly file: Blob; readonly around: LonLatBox | undefined },
  NetworkFile,
  ReadingProgress
> = { name: "read-network-file", ...READING };
