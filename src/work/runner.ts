import * as Comlink from "comlink";

/** What a running task sees of its surroundings. */
export interface TaskContext {
  readonly signal: AbortSignal;
  /** Share done, 0–1. */
  progress(share: number): void;
  /** Lets messages through (an abort among them) and throws when the task was cancelled. */
  pause(): Promise<void>;
}

/** An implementation; arrays named in `transfer` move instead of being copied. */
export type TaskImplementation<Input, Output> = (
  input: Input,
  context: TaskContext,
) => Promise<TaskOutcome<Output>> | TaskOutcome<Output>;

export interface TaskOutcome<Output> {
  readonly value: Output;
  readonly transfer?: readonly Transferable[] | undefined;
}

interface NamedTask<Input, Output> {
  readonly name: string;
  readonly types?: { input: Input; output: Output };
}

interface RunOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly transfer?: readonly Transferable[] | undefined;
}

interface TaskServer {
  run(id: number, name: string, input: unknown, onProgress?: (share: number) => void): Promise<unknown>;
  abort(id: number): void;
}

// A message turn, not a microtask: only then can an abort message arrive between two steps.
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** The tasks that a worker serves, by name. */
export class TaskRegistry {
  readonly #tasks = new Map<string, TaskImplementation<never, unknown>>();

  register<Input, Output>(
    task: NamedTask<Input, Output>,
    implementation: TaskImplementation<Input, Output>,
  ): TaskRegistry {
    if (this.#tasks.has(task.name)) throw new Error(`task registered twice: ${task.name}`);
    this.#tasks.set(task.name, implementation as TaskImplementation<never, unknown>);
    return this;
  }

  run(name: string, input: unknown, signal: AbortSignal, progress: (share: number) => void) {
    const implementation = this.#tasks.get(name);
    if (!implementation) throw new Error(`no such task: ${name}`);
    const context: TaskContext = {
      signal,
      progress,
      pause: async () => {
        await nextTurn();
        signal.throwIfAborted();
      },
    };
    return implementation(input as never, context) as Promise<TaskOutcome<unknown>> | TaskOutcome<unknown>;
  }
}

/** Called once inside the worker. */
export function serveTasks(registry: TaskRegistry): void {
  const running = new Map<number, AbortController>();
  const server: TaskServer = {
    async run(id, name, input, onProgress) {
      const controller = new AbortController();
      running.set(id, controller);
      try {
        const outcome = await registry.run(name, input, controller.signal, (share) => onProgress?.(share));
        return Comlink.transfer(outcome.value as object, [...(outcome.transfer ?? [])]);
      } finally {
        running.delete(id);
      }
    },
    abort(id) {
      running.get(id)?.abort();
    },
  };
  Comlink.expose(server);
}

interface Seat {
  readonly remote: Comlink.Remote<TaskServer>;
  readonly worker: Worker;
  busy: number;
}

/**
 * Runs tasks by name in at most `size` workers of the same kind: the first starts at once, another only when all are busy; then each
 * task goes to the one with the least to do. Aborting rejects at once with the signal's reason and tells the worker to stop.
 */
export function workerRunner(createWorker: () => Worker, size: number) {
  const seats: Seat[] = [];
  const takeSeat = (): Seat => {
    const worker = createWorker();
    const seat = { remote: Comlink.wrap<TaskServer>(worker), worker, busy: 0 };
    seats.push(seat);
    return seat;
  };
  takeSeat();
  let nextId = 0;
  return {
    async run<Input, Output>(task: NamedTask<Input, Output>, input: Input, options: RunOptions = {}): Promise<Output> {
      options.signal?.throwIfAborted();
      const idle = seats.find((candidate) => candidate.busy === 0);
      const seat =
        idle ??
        (seats.length < size
          ? takeSeat()
          : seats.reduce((least, candidate) => (candidate.busy < least.busy ? candidate : least)));
      const id = nextId++;
      seat.busy++;
      const done = new AbortController();
      const failed = new Promise<never>((_, reject) => {
        options.signal?.addEventListener(
          "abort",
          () => {
            void seat.remote.abort(id);
            reject(options.signal?.reason);
          },
          { once: true, signal: done.signal },
        );
        seat.worker.addEventListener(
          "error",
          (event) => reject(new Error(`worker failed: ${(event as ErrorEvent).message ?? "not loaded"}`)),
          { once: true, signal: done.signal },
        );
      });
      try {
        const run = seat.remote.run(
          id,
          task.name,
          options.transfer ? Comlink.transfer(input as object, [...options.transfer]) : input,
          options.onProgress ? Comlink.proxy(options.onProgress) : undefined,
        );
        return (await Promise.race([run, failed])) as Output;
      } finally {
        done.abort();
        seat.busy--;
      }
    },
  };
}

/** The same without a worker, for tests: input and output are cloned, so that nothing is shared by accident. */
export function inlineRunner(registry: TaskRegistry) {
  return {
    async run<Input, Output>(task: NamedTask<Input, Output>, input: Input, options: RunOptions = {}): Promise<Output> {
      options.signal?.throwIfAborted();
      const outcome = await registry.run(
        task.name,
        structuredClone(input),
        options.signal ?? new AbortController().signal,
        (share) => options.onProgress?.(share),
      );
      return structuredClone(outcome.value) as Output;
    },
  };
}
