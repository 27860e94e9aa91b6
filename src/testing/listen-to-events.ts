/** What a browser hears from the dev server. */
import { get, type IncomingMessage } from "node:http";
import type { DevStatus } from "../serve/dev-state.js";

export interface EventListener {
  /** The next status that was not taken yet; the first one is that of the moment of connecting. */
  next(): Promise<DevStatus>;
  readonly contentType: string | undefined;
  close(): void;
}

/** Connects as a browser does. `onStatus` is told of each status when it comes. */
export async function listenToEvents(
  origin: string,
  onStatus: (status: DevStatus) => void = () => undefined,
): Promise<EventListener> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${origin}/__postulate/events`, { agent: false }, resolve).on("error", reject);
  });
  const statuses: DevStatus[] = [];
  const waiting: ((status: DevStatus) => void)[] = [];
  let text = "";
  response.on("error", () => undefined);
  response.setEncoding("utf8");
  response.on("data", (chunk: string) => {
    text += chunk;
    const events = text.split("\n\n");
    text = events.pop() ?? "";
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1];
      if (data === undefined) continue;
      const status = JSON.parse(data) as DevStatus;
      onStatus(status);
      const first = waiting.shift();
      if (first === undefined) statuses.push(status);
      else first(status);
    }
  });
  return {
    contentType: response.headers["content-type"],
    close: () => response.destroy(),
    next: () =>
      new Promise((resolve) => {
        const status = statuses.shift();
        if (status === undefined) waiting.push(resolve);
        else resolve(status);
      }),
  };
}
