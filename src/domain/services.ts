/** What is impure reaches commands through these, handed in by main.tsx. */

/** Runs a registered task by name in a worker (inline in tests). */
export interface Runner {
  run<Input, Output>(
    task: Task<Input, Output>,
    input: Input,
    options?: {
      readonly signal?: AbortSignal | undefined;
      readonly onProgress?: ((share: number) => void) | undefined;
      readonly transfer?: readonly Transferable[] | undefined;
    },
  ): Promise<Output>;
}

/** The name of a task with the types of what goes in and comes out; `types` never exists at run time. */
export interface Task<Input, Output> {
  readonly name: string;
  readonly types?: { input: Input; output: Output };
}

/** Writes a file to the user's disk (a download). */
export interface FileSaver {
  save(name: string, content: Blob): void;
}

export interface Clock {
  now(): Date;
}
