import * as Comlink from "comlink";

/** What a running task sees of its surroundings. */
export interface TaskContext<Progress> {
  readonly signal: AbortSignal;
  /** Says how far it has come; heard at once, also while the task goes on without a pause. */
  progress(progress: Progress): void;
}

/** An implementation; arrays named in `transfer` move instead of being copied. */
export type TaskImplementation<Input, Output, Progress> = (
  input: Input,
  context: TaskContext<Progress>,
) => Promise<TaskOutcome<Output>> | TaskOutcome<Output>;

export interface TaskOutcome<Output> {
  readonly value: Output;
  readonly transfer?: readonly Transferable[] | undefined;
}

interface NamedTask<Input, Output, Progress> {
  readonly name: string;
  readonly worker?: string | undefined;
  readonly onAbort?: "end-worker" | undefined;
  readonly types?: { input: Input; output: Output; progress: Progress };
}

interface RunOptions<Progress> {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly transfer?: readonly Transferable[] | undefined;
}

interface TaskServer {
  run(id: number, name: string, input: unknown, onProgress?: (progress: unknown) => void): Promise<unknown>;
  abort(id: number): void;
}

/** A message turn, not a microtask: only then can messages that arrived meanwhile (an abort among them) be heard. */
export const nextTurn = (): Promise<void> =>
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
  readonly #tasks = new Map<string, TaskImplementation<never, unknown, never>>();
  #fetchRest: (() => Promise<void>) | undefined;
  #rest: Promise<void> | undefined;

  register<Input, Output, Progress>(
    task: NamedTask<Input, Output, Progress>,
    implementation: TaskImplementation<Input, Output, Progress>,
  ): TaskRegistry {
    if (this.#tasks.has(task.name)) throw new Error(`task registered twice: ${task.name}`);
    this.#tasks.set(task.name, implementation as TaskImplementation<never, unknown, never>);
    return this;
  }

  /** Once, at the first task that is not served yet; where it fails, the next such task tries again. */
  otherwise(fetchRest: () => Promise<void>): TaskRegistry {
    this.#fetchRest = fetchRest;
    return this;
  }

  async #implementation(name: string) {
    if (!this.#tasks.has(name) && this.#fetchRest) {
      this.#rest ??= this.#fetchRest();
      try {
        await this.#rest;
      } catch (error) {
        this.#rest = undefined;
        throw error;
      }
    }
    const implementation = this.#tasks.get(name);
    if (!implementation) throw new Error(`no such task: ${name}`);
    return implementation;
  }

  /** What was given up before it began is never begun: while the worker was busy, its abort waited behind it. */
  async run(name: string, input: unknown, signal: AbortSignal, progress: (progress: unknown) => void) {
    const implementation = await this.#implementation(name);
    await nextTurn();
    signal.throwIfAborted();
    return implementation(input as never, { signal, progress });
  }
}

/** Called once inside the worker; `endpoint` is its way to the page. */
export function serveTasks(registry: TaskRegistry, endpoint?: Comlink.Endpoint): void {
  const running = new Map<number, AbortController>();
  const server: TaskServer = {
    async run(id, name, input, onProgress) {
      const controller = new AbortController();
      running.set(id, controller);
      try {
        const { value, transfer } = await registry.run(name, input, controller.signal, (progress) =>
          onProgress?.(progress),
        );
        return transfer ? Comlink.transfer(value as object, [...transfer]) : value;
      } finally {
        running.delete(id);
      }
    },
    abort(id) {
      running.get(id)?.abort();
    },
  };
  Comlink.expose(server, endpoint);
}

interface Seat {
  readonly remote: Comlink.Remote<TaskServer>;
  readonly worker: Worker;
  /** Aborted when the worker is no more: `GIVEN_UP` where another task was the reason. */
  readonly ended: AbortController;
  busy: number;
  rest?: ReturnType<typeof setTimeout> | undefined;
}

const GIVEN_UP = Symbol("ended for a task that was given up");

/**
 * Runs tasks by name, each in the worker that it names (one per name, started when it is first needed), so that one that reads does
 * not keep another from answering, and what a task has prepared is there for the next one. Aborting rejects at once with the signal's
 * reason. A task that has not begun is then never begun; one that has runs on unheard, or – where it says `onAbort: "end-worker"` –
 * ends with its worker: no loop has to ask whether it should stop. Others that waited there begin again in a new one.
 * @param transient names of workers that keep nothing: after `restMs` without work they are ended, and their memory is free.
 */
export function workerRunner(
  createWorker: () => Worker,
  { transient = [], restMs = 10_000 }: { readonly transient?: readonly string[]; readonly restMs?: number } = {},
) {
  const seats = new Map<string, Seat>();
  let nextId = 0;

  function end(name: string, seat: Seat, reason: unknown): void {
    seat.worker.terminate();
    clearTimeout(seat.rest);
    if (seats.get(name) === seat) seats.delete(name);
    seat.ended.abort(reason);
  }

  function seatOf(name: string): Seat {
    const known = seats.get(name);
    if (known) return known;
    const worker = createWorker();
    const seat: Seat = { remote: Comlink.wrap<TaskServer>(worker), worker, ended: new AbortController(), busy: 0 };
    worker.addEventListener("error", (event) => {
      end(name, seat, new Error(`worker failed: ${(event as ErrorEvent).message ?? "not loaded"}`));
    });
    seats.set(name, seat);
    return seat;
  }

  function attempt<Input, Output, Progress>(
    name: string,
    task: NamedTask<Input, Output, Progress>,
    input: Input,
    { signal, onProgress, transfer }: RunOptions<Progress>,
  ): Promise<Output> {
    const seat = seatOf(name);
    const id = nextId++;
    const done = new AbortController();
    clearTimeout(seat.rest);
    seat.busy++;
    return new Promise<Output>((resolve, reject) => {
      const once = { once: true, signal: done.signal };
      signal?.addEventListener(
        "abort",
        () => {
          reject(signal.reason);
          if (task.onAbort === "end-worker") end(name, seat, GIVEN_UP);
          else void seat.remote.abort(id);
        },
        once,
      );
      seat.ended.signal.addEventListener("abort", () => reject(seat.ended.signal.reason), once);
      const given = transfer ? Comlink.transfer(input as object, [...transfer]) : input;
      const heard = onProgress && Comlink.proxy((progress: unknown) => onProgress(progress as Progress));
      seat.remote.run(id, task.name, given, heard).then((output) => resolve(output as Output), reject);
    }).finally(() => {
      done.abort();
      seat.busy--;
      if (seat.busy > 0 || seat.ended.signal.aborted || !transient.includes(name)) return;
      seat.rest = setTimeout(() => end(name, seat, GIVEN_UP), restMs);
    });
  }

  return {
    async run<Input, Output, Progress>(
      task: NamedTask<Input, Output, Progress>,
      input: Input,
      options: RunOptions<Progress> = {},
    ): Promise<Output> {
      for (;;) {
        options.signal?.throwIfAborted();
        try {
          return await attempt(task.worker ?? "answering", task, input, options);
        } catch (error) {
          if (error !== GIVEN_UP) throw error;
          // What was moved into the worker is gone with it.
          if (options.transfer) throw new Error(`the worker of ${task.name} was ended`);
        }
      }
    },
    /** Starts a worker before its first task. */
    start(name: string): void {
      seatOf(name);
    },
  };
}

/** The same without a worker, for tests: input and output are cloned, so that nothing is shared by accident. */
export function inlineRunner(registry: TaskRegistry) {
  return {
    async run<Input, Output, Progress>(
      task: NamedTask<Input, Output, Progress>,
      input: Input,
      options: RunOptions<Progress> = {},
    ): Promise<Output> {
      options.signal?.throwIfAborted();
      const outcome = await registry.run(
        task.name,
        structuredClone(input),
        options.signal ?? new AbortController().signal,
        (progress) => options.onProgress?.(progress as Progress),
      );
      options.signal?.throwIfAborted();
      return structuredClone(outcome.value) as Output;
    },
  };
}
