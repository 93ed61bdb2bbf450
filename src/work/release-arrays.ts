/**
 * Gives the memory of arrays back at once, where the browser can: what millions of rows leave behind else stays for minutes in a worker
 * that has nothing else to do. Nobody may read them afterwards.
 */
export function releaseArrays(...arrays: readonly ArrayBufferView[]): void {
  for (const { buffer } of arrays) {
    // Node 20 does not have it.
    if (buffer instanceof ArrayBuffer && "transfer" in buffer && !buffer.detached) buffer.transfer(0);
  }
}
