/** Receives server-sent events as a browser does, and notes when each came. */
import { get } from "node:http";

/** Resolves once the first event is there: the server sends one to whoever connects. */
export async function listenToEvents(address) {
  let arrived = [];
  let wake = null;
  const request = get(address);
  request.on("response", (response) => {
    let rest = "";
    response.setEncoding("utf8").on("data", (text) => {
      const now = performance.now();
      const parts = (rest + text).split("\n\n");
      rest = parts.pop();
      for (const part of parts) if (/^data:/m.test(part)) arrived.push(now);
      wake?.();
    });
  });
  request.on("error", () => wake?.());

  /** The moment of the next event. */
  async function next(timeoutMs) {
    const deadline = performance.now() + timeoutMs;
    while (arrived.length === 0) {
      const left = deadline - performance.now();
      if (left <= 0) throw new Error(`No event came within ${Math.round(timeoutMs)} ms`);
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, left);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return arrived.shift();
  }

  await next(10_000);
  return {
    next,
    /** Forgets what came before. */
    clear() {
      arrived = [];
    },
    close: () => request.destroy(),
  };
}
