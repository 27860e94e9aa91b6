import { createReadStream } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { contentHash } from "../util/hash.js";
import { contentTypeOf } from "./content-type.js";
import { type ByteRange, readRange } from "./read-range.js";
import type { ServedFile } from "./site-files.js";

/** Sends a file, or the part of it that was asked for, or only word that it has not changed. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: ServedFile,
  status = 200,
): Promise<void> {
  const sizeBytes = file.body instanceof Uint8Array ? file.body.byteLength : file.body.sizeBytes;
  const etag = etagOf(file);
  response.setHeader("Content-Type", contentTypeOf(file.path));
  response.setHeader("ETag", etag);
  if (status === 200) {
    if (isKnown(request.headers["if-none-match"], etag)) {
      response.writeHead(304).end();
      return;
    }
    response.setHeader("Accept-Ranges", "bytes");
    // A range is only of use to who holds the rest of this very version, and weak tags cannot tell that.
    const isConditional = request.headers["if-range"] !== undefined;
    const range = isConditional ? null : readRange(request.headers.range, sizeBytes);
    if (range === "outside") {
      response.writeHead(416, { "Content-Range": `bytes */${sizeBytes}` }).end();
      return;
    }
    if (range !== null) {
      response.setHeader("Content-Range", `bytes ${range.start}-${range.end}/${sizeBytes}`);
      await sendBytes(
        request,
        response.writeHead(206, { "Content-Length": range.end - range.start + 1 }),
        file,
        range,
      );
      return;
    }
  }
  await sendBytes(request, response.writeHead(status, { "Content-Length": sizeBytes }), file, null);
}

async function sendBytes(
  request: IncomingMessage,
  response: ServerResponse,
  { body }: ServedFile,
  range: ByteRange | null,
): Promise<void> {
  if (request.method === "HEAD") {
    response.end();
  } else if (body instanceof Uint8Array) {
    response.end(range === null ? body : body.subarray(range.start, range.end + 1));
  } else {
    // No further than the length that was promised, should the file have grown.
    const end = range?.end ?? body.sizeBytes - 1;
    if (end < 0) response.end();
    else await pipeline(createReadStream(body.absolutePath, { start: range?.start ?? 0, end }), response);
  }
}

function etagOf({ body }: ServedFile): string {
  return body instanceof Uint8Array
    ? `W/"${contentHash(body)}"`
    : `W/"${body.sizeBytes.toString(36)}-${Math.round(body.modifiedMs).toString(36)}"`;
}

function isKnown(header: string | undefined, etag: string): boolean {
  return (header ?? "").split(",").some((known) => ["*", etag].includes(known.trim()));
}
