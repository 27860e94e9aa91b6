/** Sizes of the site's image files, each file read once and only when a page shows it. */
import { closeSync, openSync, readSync } from "node:fs";
import type { Output, OutputContent } from "../../model/output.js";
import { decodePath } from "../../util/url.js";
import { type ImageSize, readImageSize } from "./read-image-size.js";

export interface ImageSizes {
  /** The size of the file behind a root-relative path without `baseurl`, percent-encoded. */
  find(urlPath: string): ImageSize | undefined;
}

/** Cameras put previews and colour profiles before the size, and drawing programs their settings. */
const LONGEST_START_BYTES = 512 * 1024;

export function createImageSizes(files: readonly Output[]): ImageSizes {
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  const sizes = new Map<string, ImageSize | undefined>();
  return {
    find(urlPath) {
      const path = decodePath(urlPath).replace(/^\/+/, "");
      const content = contents.get(path);
      if (content === undefined) return undefined;
      if (!sizes.has(path)) sizes.set(path, readImageSize(readStart(content)));
      return sizes.get(path);
    },
  };
}

/** A file that cannot be read is told of when it is copied. */
function readStart(content: OutputContent): Buffer {
  if (typeof content === "string" || content instanceof Uint8Array) return Buffer.from(content);
  if ("madeHash" in content) return Buffer.alloc(0);
  const bytes = Buffer.alloc(LONGEST_START_BYTES);
  try {
    const file = openSync(content.copyFrom, "r");
    try {
      return bytes.subarray(0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  } catch {
    return bytes.subarray(0, 0);
  }
}
