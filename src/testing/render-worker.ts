/** A thread of its own that renders bodies in the order given and posts what they became. */
import { parentPort, workerData } from "node:worker_threads";
import { createMarkdownRenderer, type MarkdownOptions } from "../markdown/create-markdown-renderer.js";
import type { RenderRequest } from "../model/rendered.js";

const { options, requests } = workerData as {
  readonly options: MarkdownOptions;
  readonly requests: readonly RenderRequest[];
};
const renderer = await createMarkdownRenderer(options);
parentPort?.postMessage(requests.map((request) => JSON.stringify(renderer.render(request))));
