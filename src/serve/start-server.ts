import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { RequestHandler } from "./create-site-handler.js";
import { isTrustedHost } from "./is-trusted-host.js";

export interface ServerOptions {
  /** An address or a name of this machine. */
  readonly host: string;
  /** Where the search for a free port starts; 0 for any. */
  readonly port: number;
  readonly handler: RequestHandler;
  /** Told of exceptions in the handler; the request gets status 500. */
  readonly onError?: (error: unknown) => void;
}

export interface RunningServer {
  /** `http://127.0.0.1:4000`, without a slash at the end. */
  readonly origin: string;
  readonly port: number;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/** Why no server could be started, in words for who chose host and port. */
export class ServerStartError extends Error {
  override readonly name = "ServerStartError";
}

const PORTS_TRIED = 20;

/** Starts a server on the first free port from `port` on. Throws a `ServerStartError` when none can be had. */
export async function startServer({ host, port, handler, onError }: ServerOptions): Promise<RunningServer> {
  const server = createServer((request, response) => {
    if (!isTrustedHost(request.headers.host, host)) {
      response.writeHead(403, { "Content-Type": "text/plain; charset=utf-8" });
      response.end("403: this server does not go by that name\n");
      return;
    }
    handler(request, response).catch((error: unknown) => answerFailure(request, response, error, onError));
  });
  const actualPort = await listenOnFreePort(server, host, port);
  return {
    origin: `http://${formatHost(host)}:${actualPort}`,
    port: actualPort,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerFailure(
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  onError: ServerOptions["onError"],
): void {
  // A browser that leaves before the end is no failure.
  if (request.destroyed || response.destroyed) return;
  onError?.(error);
  if (response.headersSent) response.destroy();
  else response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" }).end("500: internal error\n");
}

async function listenOnFreePort(server: Server, host: string, first: number): Promise<number> {
  const last = first === 0 ? 0 : Math.min(first + PORTS_TRIED - 1, 65_535);
  for (let port = first; port <= last; port++) {
    const code = await listen(server, host, port);
    if (code === null) return (server.address() as AddressInfo).port;
    if (code !== "EADDRINUSE") throw new ServerStartError(explain(code, host, port));
  }
  throw new ServerStartError(`All ports from ${first} to ${last} are taken`);
}

/** The code of the failure, or `null`. */
function listen(server: Server, host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException): void => resolve(error.code ?? error.message);
    server.once("error", fail);
    server.listen(port, host.replace(/^\[|\]$/g, ""), () => {
      server.off("error", fail);
      resolve(null);
    });
  });
}

function explain(code: string, host: string, port: number): string {
  if (code === "EACCES") return `Port ${port} needs the rights of an administrator; choose one from 1024 on`;
  if (code === "EADDRNOTAVAIL") return `"${host}" is not an address of this machine`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return `There is no host called "${host}"`;
  return `Cannot listen on ${host}, port ${port}: ${code}`;
}

/** An address that means all interfaces is nothing that a browser can open. */
function formatHost(host: string): string {
  const plain = host.replace(/^\[|\]$/g, "");
  if (plain === "0.0.0.0" || plain === "::") return "localhost";
  return plain.includes(":") ? `[${plain}]` : plain;
}
