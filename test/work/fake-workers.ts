import { serveTasks, type TaskRegistry } from "../../src/work/runner.ts";

/** Workers in the same thread: messages go through real ports, and an ended one hears and says nothing more. */
export function fakeWorkers(registry: () => TaskRegistry) {
  const started: { isEnded: boolean; fail(message: string): void }[] = [];
  const createWorker = (): Worker => {
    const { port1, port2 } = new MessageChannel();
    const errors = new EventTarget();
    const state = {
      isEnded: false,
      fail: (message: string) => errors.dispatchEvent(Object.assign(new Event("error"), { message })),
    };
    started.push(state);
    serveTasks(registry(), port2);
    const worker = {
      postMessage: (message: unknown, transfer: Transferable[]) => port1.postMessage(message, transfer),
      addEventListener: (type: string, listener: EventListener) =>
        type === "error" ? errors.addEventListener(type, listener) : port1.addEventListener(type, listener),
      removeEventListener: (type: string, listener: EventListener) => port1.removeEventListener(type, listener),
      start: () => port1.start(),
      terminate: () => {
        state.isEnded = true;
        port1.close();
        port2.close();
      },
    };
    return worker as unknown as Worker;
  };
  return { createWorker, started };
}
