import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { readRequestPath } from "./read-request-path.js";
import { resolvePath } from "./resolve-path.js";
import { sendFile } from "./send-file.js";
import type { ServedFile, SiteFiles } from "./site-files.js";

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What is served at the moment of a request. */
export interface ServedSite {
  readonly files: SiteFiles;
  /** Without a slash at the end, plain text; empty for the root. */
  readonly baseurl: string;
}

export interface SiteHandlerOptions {
  readonly currentSite: () => ServedSite;
  /** May add to a page before it is sent. `path` is `null` for the answer to a path that has no page. */
  readonly changePage?: (html: string, path: string | null) => string;
}

const NO_PAGE =
  "<!doctype html><html lang=en><meta charset=utf-8><title>404</title><body><h1>404: no such page</h1></body></html>";

/** Answers as a static host does: see `resolvePath`; what is missing gets the site's `404.html` with status 404. */
export function createSiteHandler({ currentSite, changePage }: SiteHandlerOptions): RequestHandler {
  const change = async (file: ServedFile, path: string | null): Promise<ServedFile> => {
    if (changePage === undefined || !/\.html?$/i.test(file.path)) return file;
    const { body } = file;
    const bytes = body instanceof Uint8Array ? Buffer.from(body) : await readFile(body.absolutePath);
    return { path: file.path, body: Buffer.from(changePage(bytes.toString(), path)) };
  };
  return async (request, response) => {
    // Files change behind this server's back: browsers may keep them, but must ask each time.
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
      return;
    }
    const requested = readRequestPath(request.url ?? "");
    if (requested === null) {
      response.writeHead(400, { "Content-Type": "text/plain; charset=utf-8" }).end("400: malformed path\n");
      return;
    }
    const { files, baseurl } = currentSite();
    const found = await resolvePath(requested, files, baseurl);
    if (found.kind === "redirect") {
      response.writeHead(found.status, { Location: found.location }).end();
    } else if (found.kind === "file") {
      await sendFile(request, response, await change(found.file, found.file.path));
    } else {
      const page = (await files.find("404.html")) ?? { path: "404.html", body: Buffer.from(NO_PAGE) };
      await sendFile(request, response, await change(page, null), 404);
    }
  };
}
