/** What browsers want to know of an image before they have it: its size, and whether it can wait. */
import { escapeHtml } from "../../util/text.js";
import type { LinkingPage, SiteLinks } from "../site-links.js";
import type { ImageSizes } from "./create-image-sizes.js";
import { imagePath } from "./image-path.js";
import type { ImageSize } from "./read-image-size.js";

export interface PageImages {
  readonly sizes: ImageSizes;
  /** Addresses of images as the bodies on the page name them. Those of layouts are left as their authors made them. */
  readonly urls: () => ReadonlySet<string>;
}

/** Of a page that has images. */
interface CompletedImages {
  readonly sizes: ImageSizes;
  readonly urls: ReadonlySet<string>;
}

/** For one page, whose images it gets in their order. */
export interface ImageCompleter {
  completeImage(attributes: ReadonlyMap<string, string>): string;
  /** Whether any image got a size so far. */
  hasAddedSize(): boolean;
}

/**
 * Width and height of the file, so that nothing moves when it arrives; and for all but the first image, `loading` and
 * `decoding`. Attributes that are there stay. With `isMarked`, images that got a size are marked for
 * `NATURAL_SIZE_RULE`, as on pages whose style sheets are not ours.
 */
export function createImageCompleter(
  { sizes, urls }: CompletedImages,
  page: LinkingPage,
  links: SiteLinks,
  isMarked: boolean,
): ImageCompleter {
  let isFirst = true;
  let hasAddedSize = false;
  const completeImage = (attributes: ReadonlyMap<string, string>): string => {
    const src = attributes.get("src")?.trim() ?? "";
    if (!urls.has(src)) return "";
    const path = imagePath(src, page.url, links);
    const added = addSize(attributes, path === undefined ? undefined : sizes.find(path));
    if (added.size > 0) hasAddedSize = true;
    if (added.size > 0 && isMarked) added.set(NATURAL_SIZE_MARK, "");
    if (!isFirst && attributes.get("fetchpriority")?.toLowerCase() !== "high") {
      if (!attributes.has("loading")) added.set("loading", "lazy");
      if (!attributes.has("decoding")) added.set("decoding", "async");
    }
    isFirst = false;
    return [...added]
      .map(([name, value]) => (value === "" ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`))
      .join("");
  };
  return { completeImage, hasAddedSize: () => hasAddedSize };
}

const NATURAL_SIZE_MARK = "data-natural-size";

/**
 * Many style sheets limit the width of images and leave their height alone, which distorts one with a `height`. This
 * yields to any rule of theirs.
 */
export const NATURAL_SIZE_RULE = `<style>:where(img[${NATURAL_SIZE_MARK}]){height:auto}</style>\n`;

/** One that is given in pixels determines the other; one in per cent, or in a `style`, leaves both to the author. */
function addSize(attributes: ReadonlyMap<string, string>, size: ImageSize | undefined): Map<string, string> {
  const added = new Map<string, string>();
  const width = attributes.get("width");
  const height = attributes.get("height");
  const isStyled = /(?:^|[\s;])(?:width|height|inline-size|block-size)\s*:/i.test(
    attributes.get("style") ?? "",
  );
  if (size === undefined || isStyled || (width !== undefined && height !== undefined)) return added;
  if (width === undefined && height === undefined) {
    added.set("width", String(size.width));
    added.set("height", String(size.height));
  } else if (width !== undefined && isPixels(width)) {
    added.set("height", scale(width, size.height / size.width));
  } else if (height !== undefined && isPixels(height)) {
    added.set("width", scale(height, size.width / size.height));
  }
  return added;
}

function isPixels(length: string): boolean {
  return /^\s*[1-9]\d*(?:px)?\s*$/.test(length);
}

function scale(length: string, ratio: number): string {
  return String(Math.max(1, Math.round(Number.parseInt(length, 10) * ratio)));
}
