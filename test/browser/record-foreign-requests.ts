import { createServer } from "node:http";

/**
 * A proxy that lets nothing through and keeps what it was asked for. Pages that are told to use it for everything but
 * this machine cannot reach another origin unseen, whether they, a worker or a service worker asks.
 */
export interface ForeignRequests {
  readonly port: number;
  /** Methods and addresses: `CONNECT example.org:443`, `GET http://example.org/x`. */
  readonly asked: string[];
  close(): void;
}

export async function recordForeignRequests(): Promise<ForeignRequests> {
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(502).end();
  });
  proxy.on("connect", (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const address = proxy.address();
  if (!address || typeof address === "string") throw new Error("the recording proxy has no port");
  return {
    port: address.port,
    asked,
    close() {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}
