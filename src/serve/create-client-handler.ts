import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { packageDir } from "../util/package-dir.js";
import { sendFile } from "./send-file.js";

const CLIENT_FOLDER = "/__postulate/";
const CLIENT_FILES: readonly string[] = [
  "client.js",
  "match-nodes.js",
  "measure-likeness.js",
  "overlay-styles.js",
  "overlay.js",
  "page-source.js",
  "plan-changes.js",
  "style-sheets.js",
  "swap-page.js",
  "used-outputs.js",
];

/** Sends the script of the dev server's pages; `false` when something else is asked for. */
export function createClientHandler(): (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<boolean> {
  return async (request, response) => {
    const [urlPath = ""] = (request.url ?? "").split("?", 1);
    const name = CLIENT_FILES.find((file) => urlPath === CLIENT_FOLDER + file);
    if (name === undefined) return false;
    response.setHeader("Cache-Control", "no-cache");
    await sendFile(request, response, {
      path: name,
      body: await readFile(path.join(packageDir, "lib", "serve", "client", name)),
    });
    return true;
  };
}
