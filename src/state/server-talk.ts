import type {
  LayerChoice,
  LayerPreview,
  LoadOutcome,
  LoadProgress,
  ServerFailure,
  ServerLayer,
  ServerService,
} from "../domain/server.ts";

/** A server of the city that is being asked, as far as that has come. */
export interface ServerTalk {
  /** As the user has named it. */
  readonly address: string;
  readonly state: "open" | "asking" | "asked";
  /** It is put aside with what the server has said: nobody asks twice for the next layer. */
  readonly isAside?: boolean | undefined;
  /** Why the last question had no answer. */
  readonly failure?: ServerFailure | undefined;
  readonly service?: ServerService | undefined;
  readonly chosen?: ChosenLayer | undefined;
}

export interface ChosenLayer {
  readonly layer: ServerLayer;
  readonly choice: LayerChoice;
  /** Of a file: the columns that shall be loaded; absent = all. */
  readonly columns?: readonly string[] | undefined;
  readonly preview?: LayerPreview | undefined;
  readonly isPreviewing?: boolean | undefined;
  /** Why there is no preview, or why it could not be loaded. */
  readonly failure?: ServerFailure | undefined;
  readonly progress?: LoadProgress | undefined;
  /** It is not there as a whole: the user says whether it shall be taken all the same. */
  readonly partial?: {
    readonly name: string;
    readonly file: Blob;
    readonly outcome: LoadOutcome;
    readonly address: string;
  };
}
