import type { IncomingMessage, ServerResponse } from "node:http";

/** Server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export interface EventStream {
  /** Connects a browser; it is sent `first` at once. */
  connect(request: IncomingMessage, response: ServerResponse, first: unknown): void;
  /** To every connected browser, as JSON. */
  send(data: unknown): void;
  close(): void;
}

/** Proxies and some systems close connections that stay silent. */
const HEARTBEAT_MS = 20_000;

export function createEventStream(): EventStream {
  const responses = new Set<ServerResponse>();
  const heartbeat = setInterval(() => {
    for (const response of responses) response.write(":\n\n");
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    connect(request, response, first) {
      response.writeHead(200, {
        "Content-Type": "text/event-stream; charset=utf-8",
        "Cache-Control": "no-store",
        "X-Accel-Buffering": "no",
      });
      response.write(`retry: 500\n${formatEvent(first)}`);
      responses.add(response);
      request.once("close", () => responses.delete(response));
      response.once("error", () => responses.delete(response));
    },
    send(data) {
      for (const response of responses) response.write(formatEvent(data));
    },
    close() {
      clearInterval(heartbeat);
      for (const response of responses) response.end();
      responses.clear();
    },
  };
}

function formatEvent(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}
