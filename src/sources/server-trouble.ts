import type { ServerFailure, ServerFailureReason } from "../domain/server.ts";

/** Why a server gave no data, for the user's eyes. */
export class ServerTrouble extends Error {
  readonly failure: ServerFailure;

  constructor(reason: ServerFailureReason, address: string, more: Pick<ServerFailure, "status" | "detail"> = {}) {
    super(`${reason} ${more.detail ?? ""}`.trim());
    this.failure = { reason, address, host: hostOf(address), ...more };
  }
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : "";
}
