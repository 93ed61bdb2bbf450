/** What is impure reaches commands through these, handed in by main.tsx. */

/** Runs a registered task by name in a worker (inline in tests). */
export interface Runner {
  run<Input, Output, Progress>(
    task: Task<Input, Output, Progress>,
    input: Input,
    options?: {
      readonly signal?: AbortSignal | undefined;
      readonly onProgress?: ((progress: Progress) => void) | undefined;
      readonly transfer?: readonly Transferable[] | undefined;
    },
  ): Promise<Output>;
}

/**
 * `reading` keeps nothing and is ended when it has nothing to do; `inspecting` looks at a file of the user beside it, in the same way;
 * `answering` keeps what it has prepared for the next question; `export` makes files beside both; `proving` is busy for seconds with one question and is ended when it is given up;
 * `finding` keeps the addresses of the city from one typed letter to the next.
 */
export type WorkerName = "reading" | "inspecting" | "answering" | "export" | "proving" | "finding";

/** The name of a task with the types of what goes in, comes out and is said on the way; `types` never exists at run time. */
export interface Task<Input, Output, Progress = never> {
  readonly name: string;
  /** Where it runs; `answering` unless it says so. */
  readonly worker?: WorkerName | undefined;
  /** For work of seconds: to abort it ends its worker, with all that is kept there. */
  readonly onAbort?: "end-worker" | undefined;
  readonly types?: { input: Input; output: Output; progress: Progress };
}

/** Writes a file to the user's disk (a download). */
export interface FileSaver {
  save(name: string, content: Blob): void;
}

export interface Clock {
  now(): Date;
  /** Calls back after so many milliseconds, unless it is stopped before. */
  after(milliseconds: number, call: () => void): () => void;
}
