import { readFileSync } from "node:fs";
import type { FoundFile } from "../model/content.js";
import type { LazyText } from "../model/lazy-text.js";
import { contentHash } from "../util/hash.js";
import { normalizeText } from "./read-text-file.js";
import { SourceChanged } from "./source-changed.js";

/**
 * The body of a document whose file was not read, since it is what it was: read from the file when it is asked for.
 * `offset` is where the body starts in the text of the file, in code units.
 */
export function createStoredText(
  { path, absolutePath }: Pick<FoundFile, "path" | "absolutePath">,
  hash: string,
  offset: number,
): LazyText {
  let body: string | null = null;
  return {
    hash,
    read() {
      body ??= readBody(path, absolutePath, hash, offset);
      return body;
    },
  };
}

function readBody(path: string, absolutePath: string, hash: string, offset: number): string {
  const body = readNormalized(absolutePath)?.slice(offset);
  if (body === undefined || contentHash(body) !== hash) throw new SourceChanged(path);
  return body;
}

function readNormalized(absolutePath: string): string | undefined {
  try {
    return normalizeText(readFileSync(absolutePath, "utf8"));
  } catch {
    return undefined;
  }
}
