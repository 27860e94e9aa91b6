/** A thread that renders bodies: the same renderer as in the main thread, with the same store of pieces behind it. */
import { performance } from "node:perf_hooks";
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { createBoundedCache } from "../../markdown/bounded-cache.js";
import { createMarkdownRenderer } from "../../markdown/create-markdown-renderer.js";
import { openSharedStore } from "../../util/value-store/open-shared-store.js";
import { encodeTexts, summarizeBody } from "../cache/body-values.js";
import { createPieceStore } from "../cache/create-piece-store.js";
import type { Piece, PieceTiming, RenderedJob, RenderJob, RenderThreadData } from "./render-messages.js";

/** In bytes: what this thread keeps of the pieces that were made since it began. */
const MOST_PIECES = 24_000_000;

const { config, programKey, shared, news } = workerData as RenderThreadData;
const earlier = openSharedStore(shared);
const recent = createBoundedCache<Uint8Array>(MOST_PIECES, ({ byteLength }) => byteLength);
let made: Piece[] = [];
let timings: PieceTiming[] = [];

const renderer = await createMarkdownRenderer({
  ...config,
  pieces: createPieceStore({
    programKey,
    values: {
      get: (key) => toBuffer(recent.get(key)) ?? earlier.get(key),
      set(key, value) {
        recent.set(key, value);
        made.push([key, value]);
      },
    },
    onMade: (origin, ms) => timings.push({ origin, ms }),
  }),
});

// What reads Markdown, MathJax and Shiki are loaded here before the first body arrives: the main thread still reads files.
// The pieces that this makes go out with those of the first body.
renderer.render({ path: "", text: "$x$\n\n```js\nx\n```\n", lineOrigins: [], excerptSeparator: "" });
timings = timings.filter(({ origin }) => origin.kind === "loading");

parentPort?.on("message", (jobs: readonly RenderJob[]) => {
  for (const job of jobs) {
    receiveNews();
    const done = render(job);
    parentPort?.postMessage(done, [done.texts.buffer as ArrayBuffer]);
  }
});

/** Whatever arrived while a body was rendered saves the next one from doing the same work. */
function receiveNews(): void {
  for (;;) {
    const received = receiveMessageOnPort(news);
    if (received === undefined) return;
    for (const [key, value] of received.message as readonly Piece[]) recent.set(key, value);
  }
}

function render({ id, request }: RenderJob): RenderedJob {
  const startedMs = performance.now();
  const body = renderer.render(request);
  const job = {
    id,
    texts: encodeTexts(body),
    summary: summarizeBody(body),
    pieces: made,
    ms: performance.now() - startedMs,
    timings,
  };
  made = [];
  timings = [];
  return job;
}

function toBuffer(bytes: Uint8Array | undefined): Buffer | undefined {
  return bytes === undefined ? undefined : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
