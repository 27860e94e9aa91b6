import type { BuildProgress } from "../../build/build-types.js";
import type { StatusLine } from "./create-terminal.js";
import { formatSeconds } from "./format-seconds.js";

/** A build that ends sooner shows nothing. */
const FIRST_SHOWN_MS = 250;
const SHOWN_EVERY_MS = 80;

/** Shows how far a build is; what to give a build as `onProgress`. Does nothing without a status line. */
export function createProgress(
  statusLine: StatusLine | null,
  clockMs: () => number,
): (progress: BuildProgress) => void {
  if (statusLine === null) return () => undefined;
  const startMs = clockMs();
  let nextMs = startMs + FIRST_SHOWN_MS;
  return ({ step, done, total, current }) => {
    const nowMs = clockMs();
    if (nowMs < nextMs) return;
    nextMs = nowMs + SHOWN_EVERY_MS;
    const count = total > 0 ? `  ${done}/${total}` : "";
    statusLine.show(`${step}${count}  ${formatSeconds(nowMs - startMs)}  ${current}`);
  };
}
